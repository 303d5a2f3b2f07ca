// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.Optional;

/**
 * What one thread did for an aggregation. Times begin with the aggregation.
 *
 * @param name of the thread, 15 characters at most, as the kernel keeps no more
 * @param firstNanos when its first piece of work began
 * @param lastNanos when its last piece of work ended; of the caller's thread the end of the aggregation
 * @param cpuNanos processor time, exact but for what the kernel adds at its next tick (4 ms at most)
 * @param runQueueNanos time that it was ready to run and had no processor; absent where the system does not tell
 * @param chunks pieces of pod rows that it folded
 */
public record ThreadWork(
        String name, long firstNanos, long lastNanos, long cpuNanos, Optional<Long> runQueueNanos, long chunks) {}
