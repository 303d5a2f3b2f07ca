// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.Utf8;
import dev.runmatrix.aggregator.write.SummaryFormat.EncodedPiece;
import dev.runmatrix.aggregator.write.SummaryFormat.Piece;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows as lines of delimited text; a number is the shortest decimal that reads back as the same double. */
final class TextRows {

    /** Some megabytes of text. */
    static final int PART_ROWS = 1 << 13;

    /** Rows that are held as text at a time by each thread. */
    private static final int PIECE_ROWS = 1 << 12;

    private final List<OutputColumn> columns;
    private final SummaryTexts texts;
    private final FieldSyntax syntax;

    TextRows(List<OutputColumn> columns, SummaryTexts texts, FieldSyntax syntax) {
        this.columns = List.copyOf(columns);
        this.texts = texts;
        this.syntax = syntax;
    }

    /** Pieces of rows of one day. */
    List<Piece> cut(List<DaySummary> days) {
        List<Piece> pieces = new ArrayList<>();
        for (DaySummary day : days) {
            for (int row = 0; row < day.rows(); row += PIECE_ROWS) {
                int from = row;
                pieces.add(() -> encode(day, from, Math.min(from + PIECE_ROWS, day.rows())));
            }
        }
        return pieces;
    }

    private EncodedPiece encode(DaySummary day, int from, int to) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        byte[] date = date(day.epochDay());
        for (int row = from; row < to; row++) {
            appendRow(piece, day, row, date);
        }
        return piece::writeTo;
    }

    private static byte[] date(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        String text = date.toString();
        return (text.startsWith("+") ? text.substring(1) : text).getBytes(US_ASCII);
    }

    private void appendRow(ByteArrayOutputStream out, DaySummary day, int row, byte[] date) {
        char separator = 0;
        for (OutputColumn column : columns) {
            if (separator != 0) {
                out.write(separator);
            }
            separator = syntax.separator();
            appendValue(out, column, day, row, date);
        }
        out.write('\n');
    }

    private void appendValue(ByteArrayOutputStream out, OutputColumn column, DaySummary day, int row, byte[] date) {
        switch (column.content()) {
            case CONSTANT_TEXT, CONSTANT_INTEGER -> appendConstant(out, column);
            case NULL_TEXT, NULL_NUMBER -> syntax.appendNull(out);
            case DAY -> out.writeBytes(date);
            case TEXT -> appendText(out, column.index(), day.texts(column.index())[row]);
            case NUMBER -> appendNumber(out, day.numbers(column.index())[row]);
            case INTEGER -> appendInteger(out, day.numbers(column.index())[row]);
        }
    }

    private void appendConstant(ByteArrayOutputStream out, OutputColumn column) {
        if (column.constant().isEmpty()) {
            syntax.appendNull(out);
        } else if (column.content() == OutputColumn.Content.CONSTANT_TEXT) {
            syntax.appendText(out, Utf8.toBytes(column.constant().get()));
        } else {
            out.writeBytes(column.constant().get().getBytes(US_ASCII));
        }
    }

    private void appendText(ByteArrayOutputStream out, int column, int id) {
        if (id == DaySummary.NULL_TEXT) {
            syntax.appendNull(out);
        } else {
            syntax.appendText(out, column == DaySummary.LABELS ? texts.labels(id) : texts.name(id));
        }
    }

    private void appendNumber(ByteArrayOutputStream out, double value) {
        if (Double.isNaN(value)) {
            syntax.appendNull(out);
        } else {
            // Double.toString of this Java version is not always the shortest.
            out.writeBytes(NumberOutput.toString(value, true).getBytes(US_ASCII));
        }
    }

    private void appendInteger(ByteArrayOutputStream out, double value) {
        if (Double.isNaN(value)) {
            syntax.appendNull(out);
        } else {
            out.writeBytes(Integer.toString((int) value).getBytes(US_ASCII));
        }
    }
}
