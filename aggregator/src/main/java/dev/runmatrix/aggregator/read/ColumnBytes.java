// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * Sizes of column chunks, by what footers claim.
 *
 * @param compressed bytes in the file
 * @param texts what the distinct values of columns of instants, names and labels can take
 * @param pages what the largest page of each can take when decompressed
 * @param largestPage the largest of those pages
 */
public record ColumnBytes(long compressed, long texts, long pages, long largestPage) {

    /** Of no column chunk. */
    public static final ColumnBytes NONE = new ColumnBytes(0, 0, 0, 0);

    /** What a footer claims may be absurd; so much of it is believed that sums do not overflow. */
    private static final long MOST = 1L << 40;

    /** Pages of one chunk are about of one size, but for the last; the largest is taken for so many times the average. */
    private static final int PAGE_SLACK = 4;

    /** Text that is repeated compresses well; what is distinct shrinks at most to this part. */
    private static final int TEXT_COMPRESSION = 4;

    static ColumnBytes of(Chunk chunk, boolean ids) {
        long inFile = Math.min(chunk.length(), MOST);
        long inMemory = Math.min(chunk.uncompressedLength(), MOST);
        // Where the footer does not count pages, all may be one.
        long page = Math.min(inMemory, inMemory / Math.max(chunk.dataPages(), 1) * PAGE_SLACK);
        return new ColumnBytes(inFile, ids ? Math.min(inMemory, inFile * TEXT_COMPRESSION) : 0, page, page);
    }

    /** These and others. */
    public ColumnBytes plus(ColumnBytes other) {
        return new ColumnBytes(
                compressed + other.compressed,
                texts + other.texts,
                pages + other.pages,
                Math.max(largestPage, other.largestPage));
    }
}
