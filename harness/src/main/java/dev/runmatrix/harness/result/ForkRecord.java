// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt: a line of {@code forks.jsonl}.
 *
 * @param schema {@value #SCHEMA}
 * @param attempt running number in the run, from 1
 * @param cell name of the cell, {@code C01}
 * @param cellId {@link dev.runmatrix.harness.matrix.Cell#id()} of the cell
 * @param fork number of the counted fork within the cell, from 1; 0 for a warm-up
 * @param round round of the schedule, from 1; 0 for the warm-up round
 * @param twin whether it belongs to the A/A pair: measured like the cell, compared with it, never counted for it
 * @param startedAt when the process was started
 * @param status how it ended
 * @param failure present unless the status is {@link ForkStatus#OK}
 * @param process what the whole process used; absent where it never started
 * @param region what the measured region used; absent where the region did not end
 * @param noise what the rest of the machine did; absent where it could not be seen
 * @param output the check of its output; absent where there is none
 * @param samples CSV file of its samples, relative to the run's directory; absent where none was taken
 * @param log what it wrote, relative to the run's directory, the middle of a long text left out; absent where nothing
 * @param jvm what kind of JVM it was; absent for other programs and where the region did not end
 * @param choice the settings that {@code mode: auto} chose and why, one line; absent where nothing was chosen
 * @param strays processes that it left behind and that the harness ended
 */
public record ForkRecord(
        String schema,
        int attempt,
        String cell,
        String cellId,
        int fork,
        int round,
        boolean twin,
        Instant startedAt,
        ForkStatus status,
        Optional<Failure> failure,
        Optional<ProcessUsage> process,
        Optional<RegionUsage> region,
        Optional<NoiseEvidence> noise,
        Optional<OutputCheck> output,
        Optional<String> samples,
        Optional<String> log,
        Optional<ForkJvm> jvm,
        Optional<String> choice,
        int strays) {

    public static final String SCHEMA = "run-matrix/fork/v2";

    /** Whether this attempt is recorded but never counted. */
    public boolean isWarmup() {
        return fork == 0;
    }
}
