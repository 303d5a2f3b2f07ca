// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.summary;

import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * A table that may lose its last rows.
 *
 * @param columns at least one
 * @param rows as many values each as there are columns, the gravest first
 */
public record SummaryTable(List<Column> columns, List<List<Text>> rows) {

    public SummaryTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Text> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " values in a table of " + columns.size() + " columns");
            }
        }
    }

    /**
     * A column.
     *
     * @param name its heading
     * @param right whether its values stand on the right, as numbers do
     */
    public record Column(String name, boolean right) {

        public static Column text(String name) {
            return new Column(name, false);
        }

        public static Column number(String name) {
            return new Column(name, true);
        }
    }

    /** The first rows, at most so many. */
    public List<List<Text>> first(int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    /** How many rows there are after those. */
    public int beyond(int most) {
        return Math.max(0, rows.size() - most);
    }
}
