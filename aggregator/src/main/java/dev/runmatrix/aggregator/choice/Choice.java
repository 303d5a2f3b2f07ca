// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import java.util.List;

/**
 * The settings that were chosen for an input, and why.
 *
 * @param streaming whether to stream; otherwise in memory
 * @param parallelChunks whether streaming works on several chunks at once
 * @param maxWorkers threads at work, at least 1
 * @param chunkSize rows of a chunk when streaming, at least 1
 * @param reasons sentences with numbers, the mode's first
 */
public record Choice(boolean streaming, boolean parallelChunks, int maxWorkers, int chunkSize, List<String> reasons) {

    public Choice {
        reasons = List.copyOf(reasons);
    }

    /** Threads that will be at work. */
    public int threads() {
        return streaming && !parallelChunks ? 1 : maxWorkers;
    }

    /** The settings in few words, such as {@code streaming, 2 workers, chunks of 100,000 rows}. */
    public String summary() {
        String workers = Amount.of(threads(), "worker");
        return streaming
                ? "streaming, " + workers + ", chunks of " + Amount.of(chunkSize, "row")
                : "in-memory, " + workers;
    }
}
