// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.List;
import java.util.Optional;

/**
 * What happened within the measured region, as the fork saw it.
 *
 * @param threads where the processor time went; of the threads that aggregate exact, each with the time of its first and
 *     last work; empty where not readable
 * @param chunks pieces of rows that were folded one after the other by some thread
 * @param chunkRows rows of such a piece, at most
 * @param firstChunkMillis when the first of them was done; absent where there was none
 * @param readNanos time spent in reads of the input, summed over threads, copies from the page cache included
 * @param fullCollections collections of the whole heap; they are part of {@link RegionUsage#gcCount}
 * @param liveHeapBytes heap in use right after the last collection; absent where there was none
 */
public record RegionDetail(
        List<ThreadTimes> threads,
        long chunks,
        long chunkRows,
        Optional<Long> firstChunkMillis,
        long readNanos,
        long fullCollections,
        Optional<Long> liveHeapBytes) {

    public RegionDetail {
        threads = List.copyOf(threads);
    }
}
