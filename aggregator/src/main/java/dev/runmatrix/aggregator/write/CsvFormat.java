// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV with a header, as PostgreSQL's {@code COPY … CSV HEADER} takes it: text is always quoted, null is an empty field
 * without quotes, a number is the shortest decimal that reads back as the same double.
 */
public final class CsvFormat implements SummaryFormat {

    private final List<OutputColumn> columns;
    private final TextRows rows;

    public CsvFormat(SummaryConstants constants, SummaryTexts texts) {
        columns = OutputColumn.all(constants);
        rows = new TextRows(columns, texts, new Syntax());
    }

    @Override
    public int partRows() {
        return TextRows.PART_ROWS;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        String header = columns.stream().map(OutputColumn::name).collect(Collectors.joining(","));
        out.write(Utf8.toBytes(header + "\n"));
    }

    @Override
    public List<Piece> cut(List<DaySummary> days) {
        return rows.cut(days);
    }

    @Override
    public void end(OutputStream out) {
        // The last row ends a CSV file.
    }

    private static final class Syntax implements FieldSyntax {

        @Override
        public char separator() {
            return ',';
        }

        @Override
        public void appendText(ByteArrayOutputStream out, byte[] text) {
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

        @Override
        public void appendNull(ByteArrayOutputStream out) {
            // Nothing at all is null.
        }
    }
}
