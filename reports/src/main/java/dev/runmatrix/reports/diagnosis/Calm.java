// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.statistics.Contamination;

/** Whether the machine left a cell alone: idle workers and workers in each other's way look the same as workers held up. */
final class Calm {

    /** Share of the wall time in which the control group was held back. */
    private static final double MOST_THROTTLED = 0.02;

    private Calm() {}

    static boolean holds(CellFacts cell) {
        return cell.holds(fork -> fork.noise().map(noise -> isCalm(noise, fork)).orElse(true));
    }

    private static boolean isCalm(NoiseEvidence noise, ForkFacts fork) {
        double throttled = noise.throttledNanos().orElse(0L) / 1e9 / fork.processSeconds();
        return noise.foreignCores() <= Contamination.MAX_FOREIGN_CORES
                && noise.stealFraction().orElse(0.0) <= Contamination.MAX_STEAL
                && throttled <= MOST_THROTTLED;
    }
}
