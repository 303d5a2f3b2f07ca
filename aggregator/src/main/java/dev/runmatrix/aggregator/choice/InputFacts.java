// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import java.util.OptionalLong;

/**
 * What footers tell of an input that matters for the choice of settings. Sizes are claims of the files.
 *
 * @param files Parquet files of all tables
 * @param rows pod rows
 * @param rowGroups row groups of pod rows that have rows
 * @param largestRowGroup rows of the largest of them; 0 if there is none
 * @param pagesBytes most bytes of the needed columns of a row group, decompressed, and of its largest column chunk,
 *     compressed: what the page buffers of a thread can grow to
 * @param rowGroupTextBytes most decompressed bytes of the columns of instants, names and labels of a row group
 * @param compressedBytes bytes to read of the needed columns of all tables
 * @param textBytes decompressed bytes of all columns of instants, names and labels, of all tables
 * @param days days that statistics say pod rows are on; absent if a row group has none
 * @param openRows most rows of row groups that share a day, if row groups are taken in order of their days; absent if a
 *     row group has no statistics
 */
public record InputFacts(
        int files,
        long rows,
        int rowGroups,
        long largestRowGroup,
        long pagesBytes,
        long rowGroupTextBytes,
        long compressedBytes,
        long textBytes,
        OptionalLong days,
        OptionalLong openRows) {

    /** Whether statistics allow to finish a day before all rows are read. */
    public boolean separable() {
        return openRows.isPresent() && openRows.getAsLong() < rows;
    }
}
