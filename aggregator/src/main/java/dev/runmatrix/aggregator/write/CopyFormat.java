// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * What PostgreSQL's {@code COPY … FROM STDIN} takes by default, of the columns that can have a value. Not its CSV:
 * servers before version 18 end that at a line {@code \.}, even when the line is a part of a quoted name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, File Formats, Text Format</a>
 */
public final class CopyFormat implements SummaryFormat {

    private final TextRows rows;

    public CopyFormat(SummaryConstants constants, SummaryTexts texts) {
        rows = new TextRows(OutputColumn.filled(constants), texts, new Syntax());
    }

    @Override
    public int partRows() {
        return TextRows.PART_ROWS;
    }

    @Override
    public void begin(OutputStream out) {
        // No header: the statement names the columns.
    }

    @Override
    public List<Piece> cut(List<DaySummary> days) {
        return rows.cut(days);
    }

    @Override
    public void end(OutputStream out) {
        // The end of the stream is told apart from it.
    }

    private static final class Syntax implements FieldSyntax {

        @Override
        public char separator() {
            return '\t';
        }

        @Override
        public void appendText(ByteArrayOutputStream out, byte[] text) {
            int from = 0;
            for (int i = 0; i < text.length; i++) {
                char escape = escape(text[i]);
                if (escape != 0) {
                    out.write(text, from, i - from);
                    out.write('\\');
                    out.write(escape);
                    from = i + 1;
                }
            }
            out.write(text, from, text.length - from);
        }

        private static char escape(byte character) {
            return switch (character) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> 0;
            };
        }

        @Override
        public void appendNull(ByteArrayOutputStream out) {
            out.write('\\');
            out.write('N');
        }
    }
}
