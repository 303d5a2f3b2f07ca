// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.content.Measure;
import dev.runmatrix.datasets.parquet.ImportedColumn;
import dev.runmatrix.datasets.parquet.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first row of a CSV file: it tells which table the file holds and where each column is.
 *
 * @param names columns as the file names them, without blanks, in lower case
 */
record CsvHeader(List<String> names) {

    CsvHeader {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The table with such columns, absent if no summary of pod usage reads it. */
    Optional<Table> table() {
        if (names.contains("persistentvolumeclaim")) {
            return Optional.empty();
        }
        if (names.contains("node_labels")) {
            return Optional.of(Table.NODE_LABELS);
        }
        if (names.contains("namespace_labels")) {
            return Optional.of(Table.NAMESPACE_LABELS);
        }
        boolean usage = Arrays.stream(Measure.values()).map(Measure::column).anyMatch(names::contains);
        return usage || names.contains("pod_labels") ? Optional.of(Table.POD_USAGE) : Optional.empty();
    }

    /** What a file of no such table holds, in words. */
    String otherContent() {
        if (names.contains("persistentvolumeclaim")) {
            return "storage, which the summary of pod usage does not read";
        }
        if (names.stream().anyMatch(name -> name.startsWith("vm_"))) {
            return "virtual machines, which the summary of pod usage does not read";
        }
        return "no table of pod usage or labels, by its columns";
    }

    /** What keeps the columns from being read as a table. */
    List<String> problems(Table table) {
        List<String> problems = new ArrayList<>();
        for (String name : required(table)) {
            if (!names.contains(name)) {
                problems.add("looks like " + table.directory() + " and has no column " + name);
            }
        }
        Set<String> seen = new HashSet<>();
        Set<String> known = new HashSet<>();
        ImportedColumn.of(table).forEach(column -> known.add(column.name()));
        for (String name : names) {
            if (!seen.add(name) && known.contains(name)) {
                problems.add("has two columns " + name);
            }
        }
        return problems;
    }

    private static List<String> required(Table table) {
        return switch (table) {
            case POD_USAGE -> List.of(ImportedColumn.INTERVAL_START, "namespace", "node");
            case NODE_LABELS -> List.of(ImportedColumn.INTERVAL_START, "node");
            case NAMESPACE_LABELS -> List.of(ImportedColumn.INTERVAL_START, "namespace");
        };
    }

    /** For each of some columns its place in a row, or -1. */
    int[] places(List<ImportedColumn> columns) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            at.putIfAbsent(names.get(i), i);
        }
        return columns.stream()
                .mapToInt(column -> at.getOrDefault(column.name(), -1))
                .toArray();
    }
}
