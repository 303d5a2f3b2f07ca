// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of one Parquet file.
 *
 * @param name for messages
 * @param columns names of the file's columns
 * @param rows one map per row; a null cell has no entry
 */
record RawTable(String name, Set<String> columns, List<Map<String, RawValue>> rows) {
    RawTable {
        columns = Set.copyOf(columns);
        rows = List.copyOf(rows);
    }

    void require(String column) {
        if (!rows.isEmpty() && !columns.contains(column)) {
            throw new RefusedInput(name + ": no column " + column);
        }
    }
}
