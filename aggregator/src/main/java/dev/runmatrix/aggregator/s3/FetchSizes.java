// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

/**
 * How much is fetched at a time, in bytes.
 *
 * @param block most of one column chunk, at least what the end of a file is fetched by
 * @param joined most of several that lie near each other
 * @param gap what may lie between them
 * @param ahead what may be fetched before anybody asks for it, by all threads together
 * @param threads requests at a time that fetch ahead
 */
public record FetchSizes(int block, int joined, int gap, long ahead, int threads) {

    private static final int MEBIBYTE = 1 << 20;
    private static final int SMALLEST_BLOCK = 64 << 10;
    private static final int SMALLEST = 128 << 10;
    private static final long MOST_AHEAD = 128L * MEBIBYTE;
    private static final int AHEAD_SHARE = 16;
    private static final int BLOCK_SHARE = 512;

    public FetchSizes {
        if (block < SMALLEST_BLOCK || joined < block) {
            throw new IllegalArgumentException("requests of " + block + " and " + joined + " bytes are not allowed");
        }
    }

    /** Sizes that suit a heap of so many bytes; a row group has some twenty columns, and there may be many threads. */
    static FetchSizes of(long heapBytes) {
        int block = (int) Math.min(2 * MEBIBYTE, Math.max(SMALLEST, heapBytes / BLOCK_SHARE));
        return new FetchSizes(
                block, 4 * block, SMALLEST, Math.min(MOST_AHEAD, Math.max(MEBIBYTE, heapBytes / AHEAD_SHARE)), 16);
    }
}
