// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.params.CostCategory;
import dev.runmatrix.aggregator.params.Params;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the table {@code summary}, step by step, from the views of the three input tables. */
final class SummaryTables {

    private final DuckDb db;
    private final Params params;
    private final InputTables tables;

    SummaryTables(DuckDb db, Params params, InputTables tables) {
        this.db = db;
        this.params = params;
        this.tables = tables;
    }

    /** Reads the input; nothing after this does. */
    void read() throws SQLException {
        TextMeanings meanings = new TextMeanings(db, params);
        meanings.addInstants(tables.instantTexts());
        boolean plain = tables.pods().promisesNoNegative(db);
        readRows(!plain);
        if (plain && !isFinite()) {
            // Rare, and not worth a look at each number of every input.
            readRows(true);
        }
        meanings.addLabels(Script.of("label-texts").text());
        run(Script.of("labels"));
        meanings.addMerged(Script.of("combinations").text());
    }

    /**
     * Groups the rows.
     *
     * @param carefully whether numbers may cancel each other, or may not be finite
     */
    private void readRows(boolean carefully) throws SQLException {
        for (String view : tables.views(params, carefully)) {
            db.execute(view);
        }
        run(Script.of("rows").with("sum", carefully ? "fsum" : "sum"));
    }

    private boolean isFinite() throws SQLException {
        return db.value(Script.of("non-finite").text()).equals(Optional.of("0"));
    }

    /** Makes the summary of what was read. */
    void summarize() throws SQLException {
        run(Script.of("summary").with("category", category(params.costCategories())));
    }

    private static String category(List<CostCategory> categories) {
        return categories.isEmpty()
                ? "NULL::INTEGER"
                : categories.stream()
                        .map(each ->
                                "CASE WHEN namespace LIKE " + Sql.text(each.pattern()) + " THEN " + each.id() + " END")
                        .collect(Collectors.joining(", ", "greatest(", ")::INTEGER"));
    }

    private void run(Script script) throws SQLException {
        for (String statement : script.statements()) {
            db.execute(statement);
        }
    }
}
