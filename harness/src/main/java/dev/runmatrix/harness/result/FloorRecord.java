// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import dev.runmatrix.harness.matrix.PlannedCell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A search for the memory floor of a cell: {@code floor.json}. Its attempts stand beside it, in {@code attempts.jsonl}.
 *
 * @param schema {@value #SCHEMA}
 * @param id name of its folder
 * @param state whether it has ended, and how
 * @param startedAt when it began
 * @param finishedAt when it ended; absent while it goes on and after a kill
 * @param toolVersion version of run-matrix
 * @param argv arguments of the command, without paths of the user's home
 * @param cell the cell
 * @param dataset its input; absent where it has none
 * @param environment machine and software
 * @param shippedFlags arguments of the JVM that the others differ from; empty for another program
 * @param forks attempts on which the knee rests
 * @param answer what was found; absent until the end
 */
public record FloorRecord(
        String schema,
        String id,
        RunState state,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String toolVersion,
        List<String> argv,
        PlannedCell cell,
        Optional<DatasetFacts> dataset,
        Environment environment,
        List<String> shippedFlags,
        int forks,
        Optional<FloorAnswer> answer) {

    public static final String SCHEMA = "run-matrix/floor/v1";

    public FloorRecord {
        argv = List.copyOf(argv);
        shippedFlags = List.copyOf(shippedFlags);
    }

    /** This search, ended. */
    public FloorRecord ended(RunState how, Instant when, FloorAnswer found) {
        return new FloorRecord(
                schema,
                id,
                how,
                startedAt,
                Optional.of(when),
                toolVersion,
                argv,
                cell,
                dataset,
                environment,
                shippedFlags,
                forks,
                Optional.of(found));
    }
}
