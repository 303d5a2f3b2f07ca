// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns that a file has of those that are wanted.
 *
 * @param file the file, which has rows
 * @param types DuckDB's type of each column that is there, by name
 */
record FileColumns(Path file, Map<String, String> types) {

    FileColumns {
        types = Map.copyOf(types);
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
        Map<String, Schema> schemas = new HashMap<>();
        db.query(
                "SELECT file_name, name, coalesce(num_children, 0), duckdb_type FROM parquet_schema(" + Sql.files(files)
                        + ") ORDER BY file_name, column_id",
                row -> schemas.computeIfAbsent(row.getString(1), name -> new Schema())
                        .add(row));
        List<FileColumns> found = new ArrayList<>();
        for (Path file : files) {
            String name = file.toAbsolutePath().toString();
            if (rows.getOrDefault(name, 0L) > 0) {
                found.add(schemas.getOrDefault(name, new Schema()).wanted(file, table));
            }
        }
        return List.copyOf(found);
    }

    /** Files whose wanted columns have the same types, so that one statement fits all of them. */
    static Map<Map<String, String>, List<Path>> byTypes(List<FileColumns> all) {
        Map<Map<String, String>, List<Path>> groups = new LinkedHashMap<>();
        for (FileColumns each : all) {
            groups.computeIfAbsent(new TreeMap<>(each.types), types -> new ArrayList<>())
                    .add(each.file);
        }
        return groups;
    }

    /** Top-level columns, from the elements of a schema in depth-first order. */
    private static final class Schema {

        private final Map<String, String> types = new LinkedHashMap<>();
        private final Set<String> twice = new HashSet<>();
        private final Set<String> lowerCase = new HashSet<>();
        private boolean isRootRead;
        private long below;

        void add(ResultSet row) throws SQLException {
            long children = row.getLong(3);
            if (!isRootRead) {
                isRootRead = true;
            } else if (below > 0) {
                below += children - 1;
            } else {
                put(row.getString(2), String.valueOf(row.getString(4)));
                below = children;
            }
        }

        private void put(String name, String type) {
            types.put(name, type);
            if (!lowerCase.add(name.toLowerCase(Locale.ROOT))) {
                twice.add(name.toLowerCase(Locale.ROOT));
            }
        }

        FileColumns wanted(Path file, TableColumns table) throws BadInputException {
            Map<String, String> wanted = new HashMap<>();
            List<String> missing = new ArrayList<>();
            for (IdColumn column : table.ids()) {
                take(file, column.name(), wanted);
                if (column.required() && !wanted.containsKey(column.name())) {
                    missing.add(column.name());
                }
            }
            for (String column : table.numbers()) {
                take(file, column, wanted);
            }
            if (!missing.isEmpty()) {
                throw new BadInputException(
                        file,
                        "missing required " + (missing.size() == 1 ? "column: " : "columns: ")
                                + String.join(", ", missing) + "; write the file again or take it out of the input");
            }
            return new FileColumns(file, wanted);
        }

        private void take(Path file, String column, Map<String, String> wanted) throws BadInputException {
            String type = types.get(column);
            if (type == null) {
                return;
            }
            if (twice.contains(column)) {
                throw new BadInputException(
                        file,
                        "two columns are named " + column
                                + ", or differ in upper and lower case alone, which DuckDB cannot tell apart");
            }
            wanted.put(column, type);
        }
    }
}
