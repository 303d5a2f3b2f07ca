// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.List;
import java.util.Optional;

/**
 * How the work of one aggregation was shared.
 *
 * @param threads the caller's first, which alone does what is not shared; then those of the pool that had work. Empty
 *     where the system does not tell their processor time
 * @param chunks pieces of pod rows that were folded one after the other by some thread
 * @param chunkRows rows of the largest of them
 * @param firstChunkNanos when the first of them was folded, after the beginning; absent where there was none
 * @param readNanos time spent in reads of pages, summed over threads, copies from the page cache included and footers not
 */
public record WorkAccount(
        List<ThreadWork> threads, long chunks, long chunkRows, Optional<Long> firstChunkNanos, long readNanos) {

    /** How names of threads of the pool begin; a number follows. */
    public static final String POOL_NAME = "aggregate-";

    public WorkAccount {
        threads = List.copyOf(threads);
    }
}
