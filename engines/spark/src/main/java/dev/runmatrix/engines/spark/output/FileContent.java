// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.output;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.write.Compression;
import dev.runmatrix.aggregator.write.CsvFormat;
import dev.runmatrix.aggregator.write.ParquetFormat;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummaryFormat.Piece;
import dev.runmatrix.engines.contract.OutputForm;
import dev.runmatrix.engines.spark.summary.SummaryColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The rows of a summary as one file, written by the aggregator's own writers while the rows come in. */
final class FileContent {

    private final OutputStream out;
    private final BatchTexts texts = new BatchTexts();
    private final SummaryFormat format;
    private final List<Row> oneDay = new ArrayList<>();
    private final List<DaySummary> days = new ArrayList<>();
    private int rows;

    FileContent(OutputForm form, SummaryConstants constants, OutputStream out) {
        this.out = out;
        format = form == OutputForm.PARQUET
                ? new ParquetFormat(constants, texts, Compression.SNAPPY)
                : new CsvFormat(constants, texts);
    }

    /** Writes rows in the order of the summary, columns as {@link SummaryColumns#inOrder} names them. */
    void write(Iterator<Row> summary) throws IOException {
        format.begin(out);
        while (summary.hasNext()) {
            add(summary.next());
        }
        endDay();
        endPart();
        format.end(out);
    }

    private void add(Row row) throws IOException {
        if (!oneDay.isEmpty() && oneDay.get(0).getInt(SummaryColumns.DAY_AT) != row.getInt(SummaryColumns.DAY_AT)) {
            endDay();
        }
        oneDay.add(row);
        rows++;
        if (rows >= format.partRows()) {
            endDay();
            endPart();
        }
    }

    private void endDay() {
        if (!oneDay.isEmpty()) {
            days.add(summaryOf(oneDay));
            oneDay.clear();
        }
    }

    private void endPart() throws IOException {
        if (days.isEmpty()) {
            return;
        }
        for (Piece piece : format.cut(days)) {
            piece.encode().appendTo(out);
        }
        days.clear();
        texts.clear();
        rows = 0;
    }

    private DaySummary summaryOf(List<Row> rows) {
        DaySummary summary = new DaySummary(rows.get(0).getInt(SummaryColumns.DAY_AT), rows.size());
        for (int text = 0; text < DaySummary.TEXTS; text++) {
            int[] ids = summary.texts(text);
            for (int i = 0; i < ids.length; i++) {
                ids[i] = texts.idOf(rows.get(i).getString(SummaryColumns.TEXTS_AT + text));
            }
        }
        for (int number = 0; number < DaySummary.NUMBERS; number++) {
            double[] numbers = summary.numbers(number);
            for (int i = 0; i < numbers.length; i++) {
                Row row = rows.get(i);
                int at = SummaryColumns.NUMBERS_AT + number;
                numbers[i] = row.isNullAt(at) ? Double.NaN : ((Number) row.get(at)).doubleValue();
            }
        }
        return summary;
    }
}
