// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.io.IOException;
import org.apache.parquet.format.Encoding;

/**
 * Moves over the rows of one flat column of one row group and decodes them into an array. Pages, their two versions,
 * levels and the choice of decoder are dealt with here; what a value becomes is left to the subclasses.
 */
abstract sealed class ColumnCursor permits IdCursor, NumberCursor {

    private static final int LEVELS_AT_ONCE = 1024;

    private final PageReader pages;
    private final HybridDecoder definitions = new HybridDecoder();
    private final HybridDecoder noRepetitions = new HybridDecoder();
    private final int[] levels = new int[LEVELS_AT_ONCE];
    private final Leaf leaf;
    private int leftInPage;
    private boolean hasDictionary;

    ColumnCursor(PageReader pages, Leaf leaf) {
        this.pages = pages;
        this.leaf = leaf;
    }

    final Leaf leaf() {
        return leaf;
    }

    /** Decodes the next {@code count} rows to places {@code from} on. */
    final void read(int from, int count) throws IOException {
        int at = from;
        int left = count;
        while (left > 0) {
            if (leftInPage == 0) {
                startPage(nextDataPage());
            }
            int rows = Math.min(left, leftInPage);
            if (leaf.maxDefinition() == 0) {
                values(at, rows);
            } else {
                readNullable(at, rows);
            }
            leftInPage -= rows;
            at += rows;
            left -= rows;
        }
    }

    /** Passes over rows: whole pages unread, parts of a page decoded into the array's {@code capacity} and forgotten. */
    final void skip(long count, int capacity) throws IOException {
        long left = count;
        while (left > 0) {
            if (leftInPage == 0) {
                int rows = nextDataPage();
                if (rows <= left) {
                    pages.skip();
                    left -= rows;
                    continue;
                }
                startPage(rows);
            }
            int rows = (int) Math.min(left, Math.min(leftInPage, capacity));
            read(0, rows);
            left -= rows;
        }
    }

    /** Moves to the header of the next data page and returns its number of rows. */
    private int nextDataPage() throws IOException {
        while (pages.next()) {
            if (!pages.isDictionary()) {
                return pages.valueCount();
            }
            if (hasDictionary) {
                throw new MalformedException("has two dictionaries");
            }
            pages.load();
            PlainSource entries = new PlainSource(leaf.element());
            entries.start(pages.bytes(), 0, pages.end(), pages.dictionarySize());
            dictionary(entries, pages.dictionarySize());
            hasDictionary = true;
        }
        throw new MalformedException("has fewer values than its row group has rows");
    }

    private void startPage(int rows) throws IOException {
        pages.load();
        int values = pages.startLevels(noRepetitions, definitions);
        Encoding encoding = pages.encoding();
        if (encoding == Encoding.RLE_DICTIONARY) {
            if (!hasDictionary) {
                throw new MalformedException("uses a dictionary that is not there");
            }
            startDictionaryPage(pages.bytes(), values, pages.end());
        } else {
            startPage(encoding, pages.bytes(), values, pages.end(), rows);
        }
        leftInPage = rows;
    }

    private void readNullable(int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            int run = definitions.equalRun(left);
            if (run > 0) {
                take(at, run, definitions.takeRun(run));
            } else {
                run = Math.min(left, LEVELS_AT_ONCE);
                definitions.read(levels, 0, run);
                readMixed(at, run);
            }
            at += run;
            left -= run;
        }
    }

    private void readMixed(int from, int count) {
        int i = 0;
        while (i < count) {
            int first = i;
            int level = levels[i++];
            while (i < count && levels[i] == level) {
                i++;
            }
            take(from + first, i - first, level);
        }
    }

    private void take(int at, int count, int level) {
        if (leaf.isPresent(level)) {
            values(at, count);
        } else {
            nulls(at, count);
        }
    }

    /** Converts the values of a dictionary page. */
    abstract void dictionary(ValueSource entries, int count);

    /** Begins a page of numbers of dictionary entries. */
    abstract void startDictionaryPage(byte[] data, int from, int to);

    /** Begins a page of values. */
    abstract void startPage(Encoding encoding, byte[] data, int from, int to, int count);

    /** Decodes the next {@code count} values, none of them null, to places {@code at} on. */
    abstract void values(int at, int count);

    /** Notes {@code count} nulls at places {@code at} on. */
    abstract void nulls(int at, int count);

    /** The source for an encoding that is not the dictionary's. */
    final ValueSource source(Encoding encoding) {
        return encoding == Encoding.PLAIN
                ? new PlainSource(leaf.element())
                : new LibrarySource(leaf.element(), encoding);
    }
}
