// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.util.List;

/**
 * A row of an output.
 *
 * @param columns names, the same list for all rows of a file
 * @param values as many as there are columns
 */
record Row(List<String> columns, List<Value> values) {

    /** What tells a row of the daily summary from the others. */
    private static final List<String> KEY = List.of("usage_start", "namespace", "node", "pod_labels");

    /** The identity of the row in words; the first column where the file is no daily summary. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (KEY.contains(columns.get(i))) {
                key.append(key.isEmpty() ? "" : ", ")
                        .append(columns.get(i))
                        .append(' ')
                        .append(values.get(i));
            }
        }
        return key.isEmpty() && !columns.isEmpty() ? columns.get(0) + " " + values.get(0) : key.toString();
    }
}
