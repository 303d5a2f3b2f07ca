// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.Utf8;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Encodes a column of one row group, as a dictionary where that pays, and one data page. */
final class ColumnEncoder {

    /** Numbers of more distinct values than this are written plain. */
    private static final int MOST_ENTRIES = 1 << 12;

    /** Room for a dictionary, at first. */
    private static final int SMALL = 1 << 10;

    private final List<DaySummary> days;
    private final SummaryTexts texts;
    private final Compression compression;
    private final int rows;
    private final int[] indexes;

    ColumnEncoder(List<DaySummary> days, SummaryTexts texts, Compression compression) {
        this.compression = compression;
        this.days = days;
        this.texts = texts;
        rows = days.stream().mapToInt(DaySummary::rows).sum();
        indexes = new int[rows];
    }

    /** Makes the pages of a column. */
    ChunkWriter encode(OutputColumn column) throws IOException {
        ChunkWriter chunk = new ChunkWriter(column.name(), ParquetSchema.type(column), rows, compression);
        switch (column.content()) {
            case CONSTANT_TEXT -> writeConstant(chunk, column, false);
            case CONSTANT_INTEGER -> writeConstant(chunk, column, true);
            case NULL_TEXT, NULL_NUMBER -> writeNulls(chunk);
            case DAY -> writeDays(chunk);
            case TEXT -> writeTexts(chunk, column.index());
            case NUMBER -> writeNumbers(chunk, column.index());
            case INTEGER -> writeIntegers(chunk, column.index());
        }
        return chunk;
    }

    private void writeConstant(ChunkWriter chunk, OutputColumn column, boolean integer) throws IOException {
        if (column.constant().isEmpty()) {
            writeNulls(chunk);
            return;
        }
        String value = column.constant().get();
        PageBytes dictionary = new PageBytes(SMALL);
        if (integer) {
            dictionary.putInt(Integer.parseInt(value));
        } else {
            dictionary.putText(Utf8.toBytes(value));
        }
        Arrays.fill(indexes, 0);
        chunk.write(dictionary, 1, indexes);
    }

    private void writeNulls(ChunkWriter chunk) throws IOException {
        chunk.writeNulls();
    }

    private void writeDays(ChunkWriter chunk) throws IOException {
        PageBytes dictionary = new PageBytes(SMALL);
        int at = 0;
        int entries = 0;
        OptionalInt last = OptionalInt.empty();
        for (DaySummary piece : days) {
            OptionalInt day = OptionalInt.of(piece.epochDay());
            if (!day.equals(last)) {
                dictionary.putInt(piece.epochDay());
                entries++;
                last = day;
            }
            Arrays.fill(indexes, at, at + piece.rows(), entries - 1);
            at += piece.rows();
        }
        chunk.write(dictionary, entries, indexes);
    }

    private void writeTexts(ChunkWriter chunk, int column) throws IOException {
        Entries entries = new Entries();
        PageBytes dictionary = new PageBytes(SMALL);
        int at = 0;
        for (DaySummary day : days) {
            for (int id : day.texts(column)) {
                indexes[at++] = id == DaySummary.NULL_TEXT ? ChunkWriter.NULL : entries.indexOf(id);
            }
        }
        for (int entry = 0; entry < entries.size(); entry++) {
            int id = (int) entries.key(entry);
            dictionary.putText(column == DaySummary.LABELS ? texts.labels(id) : texts.name(id));
        }
        chunk.write(dictionary, entries.size(), indexes);
    }

    private void writeNumbers(ChunkWriter chunk, int column) throws IOException {
        Entries entries = new Entries();
        if (!index(column, entries)) {
            writePlain(chunk, column);
            return;
        }
        PageBytes dictionary = new PageBytes(SMALL);
        for (int entry = 0; entry < entries.size(); entry++) {
            dictionary.putLong(entries.key(entry));
        }
        chunk.write(dictionary, entries.size(), indexes);
    }

    private void writeIntegers(ChunkWriter chunk, int column) throws IOException {
        Entries entries = new Entries();
        PageBytes dictionary = new PageBytes(SMALL);
        int at = 0;
        for (DaySummary day : days) {
            for (double value : day.numbers(column)) {
                indexes[at++] = Double.isNaN(value) ? ChunkWriter.NULL : entries.indexOf((int) value);
            }
        }
        for (int entry = 0; entry < entries.size(); entry++) {
            dictionary.putInt((int) entries.key(entry));
        }
        chunk.write(dictionary, entries.size(), indexes);
    }

    /** Finds the entry of each number; false if there are too many. */
    private boolean index(int column, Entries entries) {
        int at = 0;
        for (DaySummary day : days) {
            for (double value : day.numbers(column)) {
                if (Double.isNaN(value)) {
                    indexes[at++] = ChunkWriter.NULL;
                } else {
                    indexes[at++] = entries.indexOf(Double.doubleToRawLongBits(value));
                }
                if (entries.size() > MOST_ENTRIES) {
                    return false;
                }
            }
        }
        return true;
    }

    private void writePlain(ChunkWriter chunk, int column) throws IOException {
        int at = 0;
        for (DaySummary day : days) {
            for (double value : day.numbers(column)) {
                indexes[at++] = Double.isNaN(value) ? ChunkWriter.NULL : 0;
            }
        }
        chunk.writePlain(days.stream().map(day -> day.numbers(column)).toList(), indexes);
    }
}
