// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import dev.runmatrix.harness.matrix.PlannedCell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A profile of a cell: {@code profile.json}, its recordings beside it. Its forks are never results.
 *
 * @param schema {@value #SCHEMA}
 * @param startedAt when it began
 * @param toolVersion version of run-matrix
 * @param argv arguments of the command, without paths of the user's home
 * @param cell the cell
 * @param dataset its input; absent where it has none
 * @param environment machine and software
 * @param forks forks that were recorded
 * @param plainForks forks beside them that were not
 * @param slowdown median wall of the recorded ÷ that of the others; absent where there are none
 * @param wallNanos median wall of the recorded ones, of the region where there is one; absent where none was seen
 * @param cpuNanos processor time of a recorded fork, of the program's own threads where these are told apart; absent where
 *     none was seen
 * @param cpuOfWork whether that is of the program's own threads alone
 * @param periodMillis time between two samples of a thread
 * @param findings what the recordings say
 * @param notes what a reader should know, a sentence each
 */
public record ProfileRecord(
        String schema,
        Instant startedAt,
        String toolVersion,
        List<String> argv,
        PlannedCell cell,
        Optional<DatasetFacts> dataset,
        Environment environment,
        int forks,
        int plainForks,
        Optional<Double> slowdown,
        Optional<Long> wallNanos,
        Optional<Long> cpuNanos,
        boolean cpuOfWork,
        int periodMillis,
        ProfileFindings findings,
        List<String> notes) {

    public static final String SCHEMA = "run-matrix/profile/v1";
    public static final String FILE = "profile.json";
    /** Folder of the profiles, in that of a run by cell, or in that of all runs by time. */
    public static final String FOLDER = "profiles";

    public ProfileRecord {
        argv = List.copyOf(argv);
        notes = List.copyOf(notes);
    }

    /** Writes it into a folder; a reader sees it whole or not at all. */
    public void write(Path directory) throws IOException {
        StoredJson.write(directory.resolve(FILE), this);
    }

    /**
     * Reads it back.
     *
     * @throws UnreadableRunException if the folder holds none, or one of another schema version
     */
    public static ProfileRecord read(Path directory) throws IOException, UnreadableRunException {
        return StoredJson.read(directory.resolve(FILE), SCHEMA, ProfileRecord.class);
    }
}
