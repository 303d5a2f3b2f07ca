// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

/**
 * Some consecutive bytes of a file.
 *
 * @param start position of the first, at least 0
 * @param end position after the last, at least {@code start}
 */
public record ByteRange(long start, long end) {

    public ByteRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range of bytes goes from " + start + " to " + end);
        }
    }

    public long length() {
        return end - start;
    }

    /** How many bytes two ranges share. */
    public long overlap(ByteRange other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }
}
