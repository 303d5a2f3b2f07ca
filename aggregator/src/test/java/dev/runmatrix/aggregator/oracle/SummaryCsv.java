// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A summary written as CSV.
 *
 * @param columns names in the header's order
 * @param rows one map of fields per line after the header
 */
record SummaryCsv(List<String> columns, List<Map<String, Field>> rows) {
    SummaryCsv {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One field; null is empty, or {@code \N}, and not quoted. */
    record Field(String text, boolean isQuoted) {
        boolean isNull() {
            return !isQuoted && (text.isEmpty() || text.equals("\\N"));
        }
    }

    static SummaryCsv parse(String csv) {
        List<List<Field>> lines = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            List<Field> line = new ArrayList<>();
            at = parseLine(csv, at, line);
            lines.add(line);
        }
        List<String> columns = lines.get(0).stream().map(Field::text).toList();
        return new SummaryCsv(
                columns,
                lines.subList(1, lines.size()).stream()
                        .map(line -> byColumn(columns, line))
                        .toList());
    }

    private static int parseLine(String csv, int from, List<Field> line) {
        int at = from;
        while (true) {
            int end = endOfField(csv, at);
            String raw = csv.substring(at, end);
            boolean isQuoted = raw.startsWith("\"");
            line.add(new Field(isQuoted ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw, isQuoted));
            if (end == csv.length() || csv.charAt(end) == '\n') {
                return end + 1;
            }
            at = end + 1;
        }
    }

    private static int endOfField(String csv, int from) {
        boolean isInside = false;
        int at = from;
        while (at < csv.length() && (isInside || ",\n".indexOf(csv.charAt(at)) < 0)) {
            isInside ^= csv.charAt(at) == '"';
            at++;
        }
        return at;
    }

    private static Map<String, Field> byColumn(List<String> columns, List<Field> line) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            fields.put(columns.get(column), line.get(column));
        }
        return fields;
    }
}
