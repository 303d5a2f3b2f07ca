// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns that a file has of those that are wanted.
 *
 * @param file the file, which has rows
 * @param columns the wanted columns that are there, by name
 */
record FileColumns(Path file, Map<String, StoredColumn> columns) {

    FileColumns {
        columns = Map.copyOf(columns);
    }

    /** Reads the schemas of files and leaves out files without rows. */
    static List<FileColumns> read(DuckDb db, List<Path> files, TableColumns table)
            throws SQLException, BadInputException {
        if (files.isEmpty()) {
            return List.of();
        }
        Map<String, Long> rows = new HashMap<>();
        db.query(
                "SELECT file_name, num_rows FROM parquet_file_metadata(" + Sql.files(files) + ")",
                row -> rows.put(row.getString(1), row.getLong(2)));
        Map<String, FileSchema> schemas = new HashMap<>();
        db.query(
                "SELECT file_name, name, coalesce(num_children, 0), duckdb_type FROM parquet_schema(" + Sql.files(files)
                        + ") ORDER BY file_name, column_id",
                row -> schemas.computeIfAbsent(row.getString(1), name -> new FileSchema())
                        .add(row.getString(2), row.getLong(3), String.valueOf(row.getString(4))));
        List<FileColumns> found = new ArrayList<>();
        for (Path file : files) {
            String name = file.toAbsolutePath().toString();
            if (rows.getOrDefault(name, 0L) > 0) {
                FileSchema schema = schemas.getOrDefault(name, new FileSchema());
                found.add(wanted(file, schema.columns(db, file), table));
            }
        }
        return List.copyOf(found);
    }

    private static FileColumns wanted(Path file, Map<String, StoredColumn> all, TableColumns table)
            throws BadInputException {
        List<String> missing = table.ids().stream()
                .filter(column -> column.required() && !all.containsKey(column.name()))
                .map(IdColumn::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new BadInputException(
                    file,
                    "missing required " + (missing.size() == 1 ? "column: " : "columns: ") + String.join(", ", missing)
                            + "; write the file again or take it out of the input");
        }
        Map<String, StoredColumn> wanted = new HashMap<>(all);
        wanted.keySet()
                .removeIf(name -> !table.numbers().contains(name)
                        && table.ids().stream()
                                .noneMatch(column -> column.name().equals(name)));
        return new FileColumns(file, wanted);
    }

    /** Files whose wanted columns have the same names and types, so that one statement fits all of them. */
    static Map<Map<String, StoredColumn>, List<Path>> byColumns(List<FileColumns> all) {
        Map<Map<String, StoredColumn>, List<Path>> groups = new LinkedHashMap<>();
        for (FileColumns each : all) {
            groups.computeIfAbsent(new TreeMap<>(each.columns), columns -> new ArrayList<>())
                    .add(each.file);
        }
        return groups;
    }
}
