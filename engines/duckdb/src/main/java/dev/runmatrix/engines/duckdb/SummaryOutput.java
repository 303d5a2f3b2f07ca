// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.write.OutputColumn;
import dev.runmatrix.engines.contract.OutputForm;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the table {@code summary} with all columns of the target table. */
final class SummaryOutput {

    private final DuckDb db;
    private final List<OutputColumn> columns;

    SummaryOutput(DuckDb db, SummaryConstants constants) {
        this.db = db;
        columns = OutputColumn.all(constants);
    }

    void write(Path file, OutputForm form) throws SQLException {
        db.execute("COPY (SELECT " + items() + " FROM summary ORDER BY usage_start, namespace NULLS FIRST, node, place)"
                + " TO " + Sql.text(file.toString()) + " (" + options(form) + ")");
    }

    private String items() {
        return columns.stream()
                .map(column -> value(column) + " AS " + column.name())
                .collect(Collectors.joining(", "));
    }

    private static String value(OutputColumn column) {
        return switch (column.content()) {
            case CONSTANT_TEXT -> column.constant().map(Sql::text).orElse("NULL") + "::VARCHAR";
            case CONSTANT_INTEGER -> column.constant().orElse("NULL") + "::INTEGER";
            case NULL_TEXT -> "NULL::VARCHAR";
            case NULL_NUMBER -> "NULL::DOUBLE";
            case DAY -> "summary.usage_start";
            case TEXT -> column.index() == DaySummary.LABELS ? "summary.pod_labels" : "summary." + column.name();
            // There is no negative zero in a summary.
            case NUMBER -> "summary." + column.name() + " + 0.0";
            case INTEGER -> "summary." + column.name();
        };
    }

    private String options(OutputForm form) throws SQLException {
        if (form == OutputForm.PARQUET) {
            return "FORMAT parquet, COMPRESSION snappy";
        }
        boolean isEmpty = db.value("SELECT count(*) FROM summary").equals(Optional.of("0"));
        String header = columns.stream().map(OutputColumn::name).collect(Collectors.joining(","));
        String texts = columns.stream()
                .filter(SummaryOutput::isText)
                .map(OutputColumn::name)
                .collect(Collectors.joining(", "));
        // Told to write a header, DuckDB quotes the names of the columns that it is told to quote.
        return "FORMAT csv, HEADER false, PREFIX " + Sql.text(isEmpty ? header : header + "\n") + ", SUFFIX "
                + Sql.text("\n") + ", NULLSTR '', FORCE_QUOTE (" + texts + ")";
    }

    private static boolean isText(OutputColumn column) {
        return switch (column.content()) {
            case CONSTANT_TEXT, NULL_TEXT, TEXT -> true;
            case CONSTANT_INTEGER, NULL_NUMBER, DAY, NUMBER, INTEGER -> false;
        };
    }
}
