// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * Sizes of column chunks, as footers claim them.
 *
 * @param compressed bytes in the file
 * @param uncompressed bytes of their pages, headers included, when decompressed
 * @param texts the part of {@code uncompressed} that is of columns read as small numbers: instants, names, labels
 * @param largestCompressed bytes in the file of the largest column chunk
 */
public record ColumnBytes(long compressed, long uncompressed, long texts, long largestCompressed) {

    /** Of no column chunk. */
    public static final ColumnBytes NONE = new ColumnBytes(0, 0, 0, 0);

    /** What a footer claims may be absurd; so much of it is believed that sums do not overflow. */
    private static final long MOST = 1L << 40;

    static ColumnBytes of(long compressed, long uncompressed, boolean ids) {
        long inFile = Math.min(compressed, MOST);
        long inMemory = Math.min(uncompressed, MOST);
        return new ColumnBytes(inFile, inMemory, ids ? inMemory : 0, inFile);
    }

    /** These and others. */
    public ColumnBytes plus(ColumnBytes other) {
        return new ColumnBytes(
                compressed + other.compressed,
                uncompressed + other.uncompressed,
                texts + other.texts,
                Math.max(largestCompressed, other.largestCompressed));
    }
}
