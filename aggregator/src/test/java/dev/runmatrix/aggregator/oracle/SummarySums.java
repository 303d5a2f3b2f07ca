// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Totals of a summary, in what its input counts: core-seconds and byte-seconds. */
final class SummarySums {
    private static final double BYTE_SECONDS = 3600.0 * (1L << 30);
    private static final double CORE_SECONDS = 3600.0;

    private SummarySums() {}

    /** Total of a measure over all rows, by the name of the input column. */
    static double ofMeasure(List<SummaryRow> rows, String inputColumn) {
        return rows.stream().mapToDouble(row -> counted(row, inputColumn)).sum();
    }

    /** Total of a cluster capacity over the days, by the name of the input column. */
    static double ofClusterDays(List<SummaryRow> rows, String inputColumn) {
        String column = inputColumn.replaceFirst("^node", "cluster");
        return rows.stream()
                .map(row -> Map.entry(cell(row, "usage_start"), counted(row, column)))
                .distinct()
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double counted(SummaryRow row, String inputColumn) {
        boolean isMemory = inputColumn.endsWith("memory_byte_seconds");
        String column = inputColumn
                .replaceFirst("memory_byte_seconds$", "memory_gigabyte_hours")
                .replaceFirst("core_seconds$", "core_hours");
        return cell(row, column) instanceof Cell.Measure measure
                ? measure.exact() * (isMemory ? BYTE_SECONDS : CORE_SECONDS)
                : 0;
    }

    private static Cell cell(SummaryRow row, String column) {
        return Optional.ofNullable(row.cells().get(column)).orElseThrow();
    }
}
