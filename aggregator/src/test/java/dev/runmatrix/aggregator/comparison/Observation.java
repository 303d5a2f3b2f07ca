// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.util.List;

/**
 * What was seen of one process.
 *
 * @param wallNanos from its start to its end
 * @param cpuNanos user and system time, as the kernel accounted it when the process was waited for
 * @param peakRssBytes largest resident set, as the kernel kept it up to at most 10 ms before the end
 * @param foreignCores processors that others kept busy meanwhile, on average
 * @param iterations what the process told of its inside; empty if nothing
 */
record Observation(long wallNanos, long cpuNanos, long peakRssBytes, double foreignCores, List<Iteration> iterations) {

    /** More than this disturbs a measurement. */
    private static final double QUIET_CORES = 0.15;

    Observation {
        iterations = List.copyOf(iterations);
    }

    boolean isDisturbed() {
        return foreignCores > QUIET_CORES;
    }
}
