// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.IdKind;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.plan.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of the input as a view: whatever the types in its files, the view has the same columns of the same types.
 */
final class InputTable {

    private final Table table;
    private final TableColumns columns;
    private final Map<Map<String, StoredColumn>, List<Path>> filesByColumns;

    private InputTable(Table table, TableColumns columns, Map<Map<String, StoredColumn>, List<Path>> filesByColumns) {
        this.table = table;
        this.columns = columns;
        this.filesByColumns = filesByColumns;
    }

    /** Reads the schemas of a table's files. */
    static InputTable open(DuckDb db, Table table, TableColumns columns, List<Path> files)
            throws SQLException, BadInputException {
        InputTable opened = new InputTable(table, columns, FileColumns.byColumns(FileColumns.read(db, files, columns)));
        opened.requireNoStrayValues(db);
        return opened;
    }

    /** All files that have rows. */
    List<Path> files() {
        return filesByColumns.values().stream().flatMap(List::stream).toList();
    }

    /** Statements that find the distinct texts of instants, one for each kind of file that has such. */
    List<String> instantTexts() {
        List<String> queries = new ArrayList<>();
        filesByColumns.forEach((stored, files) -> {
            StoredColumn instant = instant(stored);
            if (ColumnSql.isText(instant.type())) {
                queries.add("SELECT DISTINCT " + instant.name() + " FROM " + source(files) + " WHERE " + instant.name()
                        + " IS NOT NULL");
            }
        });
        return queries;
    }

    /** The statement that makes the view; it bears the table's name. */
    String view(Params params, boolean onlyFinite) {
        String selects = filesByColumns.entrySet().stream()
                .filter(each -> ColumnSql.isInstant(instant(each.getKey()).type()))
                .map(each -> select(
                        each.getKey(), each.getValue(), new InstantSql(params, instant(each.getKey())), onlyFinite))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return "CREATE OR REPLACE VIEW " + table + " AS\n" + (selects.isEmpty() ? nothing() : selects);
    }

    /** Every file with rows has it. */
    private static StoredColumn instant(Map<String, StoredColumn> stored) {
        return Optional.ofNullable(stored.get(InstantSql.COLUMN)).orElseThrow();
    }

    private String select(Map<String, StoredColumn> stored, List<Path> files, InstantSql instant, boolean onlyFinite) {
        List<String> items = new ArrayList<>();
        items.add(instant.day() + " AS day");
        items.add(instant.nanoOfDay() + " AS nano");
        for (IdColumn column : columns.ids()) {
            if (column.kind() != IdKind.INSTANT) {
                items.add(id(column, stored) + " AS " + column.name());
            }
        }
        for (String column : columns.numbers()) {
            items.add(number(column, stored, onlyFinite) + " AS " + column);
        }
        return "SELECT " + String.join(", ", items) + "\nFROM " + source(files) + instant.join() + "\nWHERE "
                + instant.condition();
    }

    private static String id(IdColumn column, Map<String, StoredColumn> stored) {
        Optional<StoredColumn> known = Optional.ofNullable(stored.get(column.name()));
        return column.kind() == IdKind.LABELS
                ? known.flatMap(ColumnSql::labels).orElse("NULL::VARCHAR")
                : known.flatMap(ColumnSql::name).orElse("NULL::VARCHAR");
    }

    private static String number(String column, Map<String, StoredColumn> stored, boolean onlyFinite) {
        return Optional.ofNullable(stored.get(column))
                .flatMap(known -> ColumnSql.number(known, onlyFinite))
                .orElse("NULL::DOUBLE");
    }

    /** A table without files. */
    private String nothing() {
        Map<String, StoredColumn> none = new HashMap<>();
        List<String> items = new ArrayList<>(List.of("NULL::INTEGER AS day", "NULL::BIGINT AS nano"));
        for (IdColumn column : columns.ids()) {
            if (column.kind() != IdKind.INSTANT) {
                items.add(id(column, none) + " AS " + column.name());
            }
        }
        columns.numbers().forEach(column -> items.add("NULL::DOUBLE AS " + column));
        return "SELECT " + String.join(", ", items) + " WHERE false";
    }

    /** What reads the rows of files. */
    static String source(List<Path> files) {
        return "read_parquet(" + Sql.files(files) + ", hive_partitioning = false, binary_as_string = true)";
    }

    /** Writers give odd types to columns that are null throughout; a value in such a column has no meaning. */
    private void requireNoStrayValues(DuckDb db) throws SQLException, BadInputException {
        for (Map.Entry<Map<String, StoredColumn>, List<Path>> each : filesByColumns.entrySet()) {
            for (Map.Entry<String, StoredColumn> column : each.getKey().entrySet()) {
                if (!isReadable(column.getKey(), column.getValue())) {
                    requireOnlyNulls(db, column.getKey(), column.getValue(), each.getValue());
                }
            }
        }
    }

    private boolean isReadable(String column, StoredColumn stored) {
        if (columns.numbers().contains(column)) {
            return ColumnSql.number(stored, false).isPresent();
        }
        IdKind kind = columns.ids().stream()
                .filter(id -> id.name().equals(column))
                .map(IdColumn::kind)
                .findFirst()
                .orElseThrow();
        return switch (kind) {
            case INSTANT -> ColumnSql.isInstant(stored.type());
            case NAME -> ColumnSql.name(stored).isPresent();
            case LABELS -> ColumnSql.labels(stored).isPresent();
        };
    }

    private static void requireOnlyNulls(DuckDb db, String column, StoredColumn stored, List<Path> files)
            throws SQLException, BadInputException {
        for (Path file : files) {
            String values = "SELECT count(" + stored.name() + ") FROM " + source(List.of(file));
            if (!db.value(values).equals(Optional.of("0"))) {
                throw new BadInputException(
                        file,
                        "column " + column + " has values of type " + stored.type()
                                + ", which cannot be read as what it should hold; write the file again or take it out"
                                + " of the input");
            }
        }
    }

    /** Whether statistics promise that no number of the table is negative, so that a plain sum loses next to nothing. */
    boolean promisesNoNegative(DuckDb db) throws SQLException {
        List<Path> files = files();
        if (files.isEmpty()) {
            return true;
        }
        String wanted = columns.numbers().stream().map(Sql::text).collect(Collectors.joining(", "));
        String untold = "SELECT count(*) FROM parquet_metadata(" + Sql.files(files) + ") WHERE path_in_schema IN ("
                + wanted + ") AND num_values > coalesce(stats_null_count, 0)"
                + " AND coalesce(try_cast(coalesce(stats_min_value, stats_min) AS DOUBLE) >= 0, false) = false";
        return db.value(untold).equals(Optional.of("0"));
    }
}
