// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;

/**
 * What one finished fork cost.
 *
 * @param attempt the attempt
 * @param wallSeconds elapsed time by the run's {@link WallClock}, greater than 0
 * @param cpuSeconds user and system time of the same span, at least 0
 */
public record ForkTimes(ForkRecord attempt, double wallSeconds, double cpuSeconds) {

    /** CPU time ÷ wall time, so that wall = CPU ÷ cores holds exactly. */
    public double cores() {
        return cpuSeconds / wallSeconds;
    }
}
