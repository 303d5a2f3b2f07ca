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
 * @param days days that statistics say pod rows are on; absent if a row group does not say
 * @param openRows most rows that share a day with rows still to come, if one thread reads all row groups and days are
 *     given up when they are complete; absent if a row group does not say its days
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

    /** The same where statistics have proved wrong. */
    public InputFacts withoutDays() {
        return new InputFacts(
                files,
                rows,
                rowGroups,
                largestRowGroup,
                pagesBytes,
                rowGroupTextBytes,
                compressedBytes,
                textBytes,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** Rows whose groups can be held at a time by so many threads, each at work on days of its own. */
    public long heldRows(int workers) {
        long open = openRows.orElse(rows);
        return open > rows / workers ? rows : open * workers;
    }

    /** Whether statistics allow to finish a day before all rows are read. */
    public boolean separable() {
        return openRows.isPresent() && openRows.getAsLong() < rows;
    }
}
