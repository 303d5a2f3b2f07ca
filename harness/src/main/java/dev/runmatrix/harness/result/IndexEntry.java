// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.time.Instant;
import java.util.Optional;

/**
 * A run in one line of {@code results/index.jsonl}.
 *
 * @param schema {@value #SCHEMA}
 * @param id the run's directory
 * @param startedAt when it began
 * @param state how it ended
 * @param exitCode exit status of the command
 * @param gitCommit commit that was measured, absent outside a checkout
 * @param gitDirty whether there were uncommitted changes
 * @param buildDigest identity of the program
 * @param machineClass what runs are comparable within
 * @param seed seed of the order of forks
 * @param forks attempts that were recorded
 * @param failed those of them without a result
 */
public record IndexEntry(
        String schema,
        String id,
        Instant startedAt,
        RunState state,
        int exitCode,
        Optional<String> gitCommit,
        boolean gitDirty,
        String buildDigest,
        String machineClass,
        long seed,
        int forks,
        int failed) {

    public static final String SCHEMA = "run-matrix/index/v1";
}
