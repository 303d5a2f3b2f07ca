// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.write.OutputColumn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL of loading one table. Rows are copied into a temporary table first, so that the table itself is locked for the
 * moment of the replacement alone. Only the quoted name of the table and names of our own columns are put into the texts;
 * everything else is bound.
 */
final class LoadStatements {

    private static final SummaryConstants NONE =
            new SummaryConstants(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final String STAGED = "pg_temp.run_matrix_summary";
    private static final Set<String> JSON_COLUMNS =
            Set.of("pod_labels", "volume_labels", "all_labels", "infrastructure_usage_cost");

    static final String COLUMNS_OF_TABLE = "SELECT attname FROM pg_catalog.pg_attribute"
            + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped";

    /** Parameters: the quoted name of the table. */
    static final String LOCK_CREATION = "SELECT pg_advisory_xact_lock(hashtext('run-matrix create'), hashtext(?))";

    /** Parameters: the quoted name of the table, the source. One source may be spelt in two ways. */
    static final String LOCK_SOURCE = "SELECT pg_advisory_xact_lock(to_regclass(?)::oid::integer, hashtext(lower(?)))";

    private final String table;
    private final String columns = filled().stream().map(TableName::quote).collect(Collectors.joining(", "));

    LoadStatements(TableName table) {
        this.table = table.quoted();
    }

    /** Names of the columns that a table must have; the others of the summary are always null and stay unnamed. */
    static List<String> filled() {
        return OutputColumn.filled(NONE).stream().map(OutputColumn::name).toList();
    }

    String create() {
        return OutputColumn.all(NONE).stream()
                .map(column -> TableName.quote(column.name()) + " " + type(column))
                .collect(Collectors.joining(", ", "CREATE TABLE " + table + " (", ")"));
    }

    private static String type(OutputColumn column) {
        if (column.name().equals("uuid")) {
            return "uuid PRIMARY KEY DEFAULT gen_random_uuid()";
        }
        if (column.name().equals("source_uuid")) {
            return "uuid";
        }
        if (JSON_COLUMNS.contains(column.name())) {
            return "jsonb";
        }
        return switch (column.content()) {
            case CONSTANT_TEXT, NULL_TEXT, TEXT -> "text";
            case CONSTANT_INTEGER, INTEGER -> "integer";
            case NULL_NUMBER, NUMBER -> "double precision";
            case DAY -> "date";
        };
    }

    /** What is replaced is found by this. */
    String createIndex() {
        return "CREATE INDEX ON " + table + " (source_uuid, usage_start)";
    }

    /** Takes the types of the columns from the table. */
    String stage() {
        return "CREATE TEMPORARY TABLE run_matrix_summary ON COMMIT DROP AS SELECT " + columns + " FROM " + table
                + " WITH NO DATA";
    }

    String copy() {
        return "COPY " + STAGED + " (" + columns + ") FROM STDIN";
    }

    /** Parameters: source, first day, last day. Rows of volumes are those of another program. */
    String deleteRange() {
        return "DELETE FROM " + table
                + " WHERE data_source = 'Pod' AND source_uuid = ? AND usage_start BETWEEN ? AND ?";
    }

    /** Parameters: source, array of days. */
    String deleteDays() {
        return "DELETE FROM " + table + " WHERE data_source = 'Pod' AND source_uuid = ? AND usage_start = ANY (?)";
    }

    /** Needs what {@link #deleteDays} needs, and deletes nothing. */
    String deleteNothing() {
        return deleteDays() + " AND false";
    }

    String insert() {
        return "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM " + STAGED;
    }
}
