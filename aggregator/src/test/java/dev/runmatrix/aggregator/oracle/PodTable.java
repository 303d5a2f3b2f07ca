// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pod usage rows that count, and how many were read and dropped before.
 *
 * @param rows rows with a readable interval in range, whether or not they have a node
 * @param badLabels unreadable label texts, of dropped rows too
 * @param nonFinite NaN and infinite numbers, of dropped rows too
 */
record PodTable(List<PodRow> rows, long read, long badInterval, long outOfRange, long badLabels, long nonFinite) {
    static final List<String> NUMBERS = List.of(
            "pod_usage_cpu_core_seconds",
            "pod_request_cpu_core_seconds",
            "pod_limit_cpu_core_seconds",
            "pod_usage_memory_byte_seconds",
            "pod_request_memory_byte_seconds",
            "pod_limit_memory_byte_seconds",
            "pod_effective_usage_cpu_core_seconds",
            "pod_effective_usage_memory_byte_seconds",
            "node_capacity_cpu_cores",
            "node_capacity_memory_bytes",
            "node_capacity_cpu_core_seconds",
            "node_capacity_memory_byte_seconds");

    PodTable {
        rows = List.copyOf(rows);
    }

    static PodTable of(List<RawTable> files, ReferenceParams params) {
        List<PodRow> rows = new ArrayList<>();
        long read = 0;
        long badInterval = 0;
        long outOfRange = 0;
        long badLabels = 0;
        long nonFinite = 0;
        for (RawTable file : files) {
            List.of("interval_start", "namespace", "node").forEach(file::require);
            for (Map<String, RawValue> cells : file.rows()) {
                read++;
                RowReading reading = new RowReading(cells);
                nonFinite += reading.nonFinite(NUMBERS);
                badLabels += reading.labels("pod_labels").isBad() ? 1 : 0;
                Optional<PodRow> row = row(reading, params);
                if (row.isEmpty() || params.isUnwritable(row.get().interval())) {
                    badInterval++;
                } else if (!params.isInRange(row.get().day())) {
                    outOfRange++;
                } else {
                    rows.add(row.get());
                }
            }
        }
        return new PodTable(rows, read, badInterval, outOfRange, badLabels, nonFinite);
    }

    private static Optional<PodRow> row(RowReading cells, ReferenceParams params) {
        // Names and labels first: a column of a wrong type fails the run even where the row is dropped.
        Optional<String> namespace = cells.name("namespace");
        Optional<String> node = cells.name("node");
        cells.name("resource_id");
        LabelSet labels = cells.labels("pod_labels").labels().only(params.enabledKeys());
        Optional<Instant> interval = cells.interval();
        return interval.map(at -> new PodRow(at, namespace, node, labels, cells));
    }

    List<PodRow> withNode() {
        return rows.stream().filter(PodRow::hasNode).toList();
    }
}
