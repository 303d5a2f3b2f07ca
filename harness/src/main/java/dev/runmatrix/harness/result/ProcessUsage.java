// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.List;
import java.util.Optional;

/**
 * What the whole process used, from its start to its exit.
 *
 * @param wallNanos start to exit
 * @param cpuNanos user and system time, to the resolution of the kernel's ticks (10 ms); a lower bound where the
 *     process was killed
 * @param peakRssBytes greatest resident set: the kernel's high-water mark where the fork could report it, else the
 *     greatest sample; absent where it died before a first look
 * @param threads where its processor time went, seen from outside; those of child processes too; absent where not
 *     readable and in runs of earlier versions
 */
public record ProcessUsage(
        long wallNanos, long cpuNanos, Optional<Long> peakRssBytes, Optional<List<ThreadTimes>> threads) {

    public ProcessUsage {
        // The kernel gives a process that has ended no memory, which is no size that it had.
        peakRssBytes = peakRssBytes.filter(bytes -> bytes > 0);
        threads = threads.map(List::copyOf);
    }

    /** CPU time ÷ wall time. */
    public double cpuCores() {
        return (double) cpuNanos / wallNanos;
    }
}
