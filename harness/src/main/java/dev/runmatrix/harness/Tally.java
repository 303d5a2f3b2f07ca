// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.ProcessUsage;
import java.util.Optional;

/** What a run has come to so far. */
final class Tally {

    static final int IO_FAILURE = 74;
    private static final int WRONG_OUTPUT = 4;
    private static final int CELL_FAILED = 3;

    private int attempts;
    private int failed;
    private int wrong;
    private long forkNanos;
    private long harnessNanos;

    void add(ForkRecord fork, long ownNanos) {
        attempts++;
        failed += fork.status() == ForkStatus.OK ? 0 : 1;
        wrong += fork.output().filter(OutputCheck::isWrong).isPresent() ? 1 : 0;
        forkNanos += fork.process().map(ProcessUsage::wallNanos).orElse(0L);
        harnessNanos += ownNanos;
    }

    int attempts() {
        return attempts;
    }

    int failed() {
        return failed;
    }

    /** Cores that the harness itself kept busy while forks ran; absent where none was seen. */
    Optional<Double> harnessCores() {
        return forkNanos > 0 ? Optional.of((double) harnessNanos / forkNanos) : Optional.empty();
    }

    /** Wrong output is worse than none. */
    int exitStatus() {
        if (wrong > 0) {
            return WRONG_OUTPUT;
        }
        return failed > 0 ? CELL_FAILED : 0;
    }
}
