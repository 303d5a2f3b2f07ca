// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A summary as it was written to a file.
 *
 * @param columns names in the header's order
 * @param rows one map of fields per row
 */
record WrittenSummary(List<String> columns, List<Map<String, Field>> rows) {
    WrittenSummary {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One field as CSV has it; null is empty, or {@code \N}, and not quoted. */
    record Field(String text, boolean isQuoted) {
        boolean isNull() {
            return !isQuoted && (text.isEmpty() || text.equals("\\N"));
        }
    }

    /** The same fields that CSV would have, from Parquet. */
    static WrittenSummary of(RawTable table) {
        List<String> columns = table.columns().stream().sorted().toList();
        return new WrittenSummary(
                columns,
                table.rows().stream()
                        .map(row -> columns.stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), column -> field(Optional.ofNullable(row.get(column))))))
                        .toList());
    }

    private static Field field(Optional<RawValue> value) {
        if (value.isEmpty()) {
            return new Field("", false);
        }
        if (value.get() instanceof RawValue.Text text) {
            return new Field(text.text(), true);
        }
        if (value.get() instanceof RawValue.Moment date) {
            return new Field(UtcDay.of(date.instant()).toString(), false);
        }
        if (value.get() instanceof RawValue.Whole whole) {
            return new Field(Long.toString(whole.number()), false);
        }
        return new Field(Double.toString(((RawValue.Real) value.get()).number()), false);
    }

    static WrittenSummary parse(String csv) {
        List<List<Field>> lines = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            List<Field> line = new ArrayList<>();
            at = parseLine(csv, at, line);
            lines.add(line);
        }
        List<String> columns = lines.get(0).stream().map(Field::text).toList();
        return new WrittenSummary(
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
