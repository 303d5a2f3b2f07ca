// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.fault.BadInputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The top-level columns of a file, from the elements of its schema in depth-first order. */
final class FileSchema {

    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private boolean isRootRead;
    private long below;

    /** Takes the next element. */
    void add(String name, long children, String type) {
        if (!isRootRead) {
            isRootRead = true;
        } else if (below > 0) {
            below += children - 1;
        } else {
            names.add(name);
            types.add(type);
            below = children;
        }
    }

    /** All columns by the names that they have in the file. */
    Map<String, StoredColumn> columns(DuckDb db, Path file) throws SQLException, BadInputException {
        List<String> inStatements = isClear() ? names : renamed(db, file);
        Map<String, StoredColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i), new StoredColumn(inStatements.get(i), types.get(i))) != null) {
                throw new BadInputException(
                        file,
                        "two columns are named " + names.get(i) + "; write the file again or take it out of the input");
            }
        }
        return columns;
    }

    /** Whether no two names differ in upper and lower case alone. */
    private boolean isClear() {
        Set<String> lowerCase = new HashSet<>();
        return names.stream().allMatch(name -> lowerCase.add(name.toLowerCase(Locale.ROOT)));
    }

    /** DuckDB tells such names apart by numbers that it adds. */
    private static List<String> renamed(DuckDb db, Path file) throws SQLException {
        List<String> renamed = new ArrayList<>();
        db.query(
                "DESCRIBE SELECT * FROM read_parquet(" + Sql.files(List.of(file)) + ", hive_partitioning = false)",
                row -> renamed.add(Sql.name(row.getString(1))));
        return renamed;
    }
}
