// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.engines.contract.DayTime;
import dev.runmatrix.engines.contract.InstantRules;
import dev.runmatrix.engines.contract.LabelRules;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Puts what texts mean into tables of the database. Each distinct text goes through Java once, and the rows are joined
 * with the answers.
 */
final class TextMeanings {

    private final DuckDb db;
    private final Params params;
    private final LabelRules labels;

    TextMeanings(DuckDb db, Params params) {
        this.db = db;
        this.params = params;
        labels = new LabelRules(params.enabledKeys());
    }

    /** Fills the table of instants with those in range. */
    void addInstants(List<String> queries) throws SQLException {
        db.execute("CREATE TABLE " + InstantSql.TEXTS + " (text VARCHAR, day INTEGER, nano BIGINT)");
        if (queries.isEmpty()) {
            return;
        }
        InstantRules instants = new InstantRules();
        db.append(
                InstantSql.TEXTS,
                rows -> db.query(String.join(" UNION ", queries), row -> {
                    String text = row.getString(1);
                    Optional<DayTime> read = instants.read(text).filter(this::isInRange);
                    if (read.isPresent()) {
                        rows.beginRow();
                        rows.append(text);
                        rows.append(read.get().epochDay());
                        rows.append(read.get().nanoOfDay());
                        rows.endRow();
                    }
                }));
    }

    private boolean isInRange(DayTime instant) {
        return params.firstEpochDay() <= instant.epochDay() && instant.epochDay() <= params.lastEpochDay();
    }

    /** Answers a query of label texts with their canonical texts: table {@code label_texts}. */
    void addLabels(String query) throws SQLException {
        db.execute("CREATE OR REPLACE TABLE label_texts (text VARCHAR, labels VARCHAR)");
        db.append(
                "label_texts",
                rows -> db.query(query, row -> {
                    String text = row.getString(1);
                    rows.beginRow();
                    rows.append(text);
                    rows.append(labels.canonical(text));
                    rows.endRow();
                }));
    }

    /** Answers a query of the three label sets of a row with the numbers that it names them by: table {@code merged}. */
    void addMerged(String query) throws SQLException {
        db.execute(
                "CREATE OR REPLACE TABLE merged_texts (nodes INTEGER, namespaces INTEGER, pods INTEGER, labels VARCHAR)");
        db.append(
                "merged_texts",
                rows -> db.query(query, row -> {
                    rows.beginRow();
                    rows.append(row.getInt(1));
                    rows.append(row.getInt(2));
                    rows.append(row.getInt(3));
                    rows.append(labels.merge(row.getString(4), row.getString(5), row.getString(6)));
                    rows.endRow();
                }));
    }
}
