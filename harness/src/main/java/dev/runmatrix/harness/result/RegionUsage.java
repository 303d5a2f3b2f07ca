// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * What the measured region used, counted inside the fork: from the call of the aggregator to its return.
 *
 * @param startMillis begin of the region, milliseconds after the process started
 * @param wallNanos elapsed time of the region
 * @param cpuNanos user and system time of all threads of the process during the region
 * @param gcMillis time in garbage collections during the region
 * @param gcCount number of garbage collections during the region
 * @param peakHeapBytes greatest heap in use seen by the memory pools during the region
 * @param rowsRead input rows of the region
 * @param detail what happened within it; absent in runs of earlier versions
 */
public record RegionUsage(
        long startMillis,
        long wallNanos,
        long cpuNanos,
        long gcMillis,
        long gcCount,
        long peakHeapBytes,
        long rowsRead,
        Optional<RegionDetail> detail) {

    /** CPU time ÷ wall time. */
    public double cpuCores() {
        return (double) cpuNanos / wallNanos;
    }
}
