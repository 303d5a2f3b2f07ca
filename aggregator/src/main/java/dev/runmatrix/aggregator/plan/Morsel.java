// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

/**
 * A piece of work: rows of one row group that one thread reads and folds.
 *
 * @param file position of the file in its table
 * @param rowGroup position of the row group in its file
 * @param firstRow first row, counted from the beginning of the row group
 * @param rows number of rows, at least 1
 */
public record Morsel(int file, int rowGroup, long firstRow, long rows) {

    /** A part of this morsel, {@code offset} rows after its first. */
    Morsel part(long offset, long count) {
        return new Morsel(file, rowGroup, firstRow + offset, count);
    }
}
