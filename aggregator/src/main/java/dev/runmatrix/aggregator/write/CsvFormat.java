// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV with a header, as PostgreSQL's {@code COPY … CSV HEADER} takes it: text is always quoted, null is an empty field
 * without quotes, a number is the shortest decimal that reads back as the same double.
 */
public final class CsvFormat implements SummaryFormat {

    /** Rows that are held as text at a time by each thread. */
    private static final int PIECE_ROWS = 1 << 12;

    private final List<OutputColumn> columns;
    private final SummaryTexts texts;

    public CsvFormat(SummaryConstants constants, SummaryTexts texts) {
        columns = OutputColumn.all(constants);
        this.texts = texts;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        String header = columns.stream().map(OutputColumn::name).collect(Collectors.joining(","));
        out.write(Utf8.toBytes(header + "\n"));
    }

    @Override
    public List<Piece> cut(List<DaySummary> days) {
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
            separator = ',';
            appendValue(out, column, day, row, date);
        }
        out.write('\n');
    }

    private void appendValue(ByteArrayOutputStream out, OutputColumn column, DaySummary day, int row, byte[] date) {
        switch (column.content()) {
            case CONSTANT_TEXT -> column.constant().ifPresent(text -> appendText(out, Utf8.toBytes(text)));
            case CONSTANT_INTEGER -> column.constant().ifPresent(text -> out.writeBytes(text.getBytes(US_ASCII)));
            case NULL_TEXT, NULL_NUMBER -> {}
            case DAY -> out.writeBytes(date);
            case TEXT -> appendText(out, column.index(), day.texts(column.index())[row]);
            case NUMBER -> appendNumber(out, day.numbers(column.index())[row]);
            case INTEGER -> appendInteger(out, day.numbers(column.index())[row]);
        }
    }

    private void appendText(ByteArrayOutputStream out, int column, int id) {
        if (id != DaySummary.NULL_TEXT) {
            appendText(out, column == DaySummary.LABELS ? texts.labels(id) : texts.name(id));
        }
    }

    private static void appendText(ByteArrayOutputStream out, byte[] text) {
        out.write('"');
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '"') {
                out.write(text, from, i + 1 - from);
                from = i;
            }
        }
        out.write(text, from, text.length - from);
        out.write('"');
    }

    private static void appendNumber(ByteArrayOutputStream out, double value) {
        if (!Double.isNaN(value)) {
            // Double.toString of this Java version is not always the shortest.
            out.writeBytes(NumberOutput.toString(value, true).getBytes(US_ASCII));
        }
    }

    private static void appendInteger(ByteArrayOutputStream out, double value) {
        if (!Double.isNaN(value)) {
            out.writeBytes(Integer.toString((int) value).getBytes(US_ASCII));
        }
    }

    @Override
    public void end(OutputStream out) {
        // The last row ends a CSV file.
    }
}
