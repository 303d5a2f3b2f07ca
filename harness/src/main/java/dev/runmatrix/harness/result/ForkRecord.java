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
 * @param startedAt when the process was started
 * @param status how it ended
 * @param failure present unless the status is {@link ForkStatus#OK}
 * @param process what the whole process used; absent where it never started
 * @param region what the measured region used; absent where the region did not end
 * @param noise what the rest of the machine did; absent where it could not be seen
 * @param output the check of its output; absent where there is none
 * @param samples CSV file of its samples, relative to the run's directory; absent where none was taken
 */
public record ForkRecord(
        String schema,
        int attempt,
        String cell,
        String cellId,
        int fork,
        int round,
        Instant startedAt,
        ForkStatus status,
        Optional<Failure> failure,
        Optional<ProcessUsage> process,
        Optional<RegionUsage> region,
        Optional<NoiseEvidence> noise,
        Optional<OutputCheck> output,
        Optional<String> samples) {

    public static final String SCHEMA = "run-matrix/fork/v1";

    /** Whether this attempt is recorded but never counted. */
    public boolean isWarmup() {
        return fork == 0;
    }
}
