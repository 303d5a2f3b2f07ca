// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of the summary by column name, in the order of the target table.
 *
 * @param cells a cell for every column
 */
record SummaryRow(Map<String, Cell> cells) {
    static final List<String> COLUMNS = List.of(
            "uuid",
            "report_period_id",
            "cluster_id",
            "cluster_alias",
            "data_source",
            "usage_start",
            "usage_end",
            "namespace",
            "node",
            "pod",
            "resource_id",
            "pod_labels",
            "pod_usage_cpu_core_hours",
            "pod_request_cpu_core_hours",
            "pod_effective_usage_cpu_core_hours",
            "pod_limit_cpu_core_hours",
            "pod_usage_memory_gigabyte_hours",
            "pod_request_memory_gigabyte_hours",
            "pod_effective_usage_memory_gigabyte_hours",
            "pod_limit_memory_gigabyte_hours",
            "node_capacity_cpu_cores",
            "node_capacity_cpu_core_hours",
            "node_capacity_memory_gigabytes",
            "node_capacity_memory_gigabyte_hours",
            "cluster_capacity_cpu_core_hours",
            "cluster_capacity_memory_gigabyte_hours",
            "persistentvolumeclaim",
            "persistentvolume",
            "storageclass",
            "volume_labels",
            "all_labels",
            "persistentvolumeclaim_capacity_gigabyte",
            "persistentvolumeclaim_capacity_gigabyte_months",
            "volume_request_storage_gigabyte_months",
            "persistentvolumeclaim_usage_gigabyte_months",
            "source_uuid",
            "infrastructure_usage_cost",
            "csi_volume_handle",
            "cost_category_id");

    private static final String NO_COST = "{\"cpu\": 0.000000000, \"memory\": 0.000000000, \"storage\": 0.000000000}";

    SummaryRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    static SummaryRow of(GroupKey key, List<PodRow> rows, Capacities capacities, ReferenceParams params) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        putIdentity(cells, key, rows, params);
        putUsage(cells, rows, "cpu_core_seconds", "cpu_core_hours", Unit.CORE_HOURS);
        putUsage(cells, rows, "memory_byte_seconds", "memory_gigabyte_hours", Unit.GIB_HOURS);
        putCapacity(cells, key, rows, capacities);
        putRest(cells, key, params);
        return new SummaryRow(cells);
    }

    private static void putIdentity(Map<String, Cell> cells, GroupKey key, List<PodRow> rows, ReferenceParams params) {
        cells.put("uuid", Cell.ABSENT);
        cells.put("report_period_id", Cell.plain(Optional.of(params.reportPeriodId())));
        cells.put("cluster_id", new Cell.Text(params.clusterId()));
        cells.put("cluster_alias", new Cell.Text(params.clusterAlias()));
        cells.put("data_source", new Cell.Text("Pod"));
        cells.put("usage_start", Cell.date(key.day()));
        cells.put("usage_end", Cell.date(key.day()));
        cells.put("namespace", Cell.text(key.namespace()));
        cells.put("node", new Cell.Text(key.node()));
        cells.put("pod", Cell.ABSENT);
        cells.put("resource_id", Cell.text(greatestResourceId(rows)));
        cells.put("pod_labels", new Cell.Text(key.labels()));
    }

    private static void putUsage(Map<String, Cell> cells, List<PodRow> rows, String from, String to, Unit unit) {
        cells.put("pod_usage_" + to, unit.cell(sum(rows, row -> row.cells().number("pod_usage_" + from))));
        cells.put("pod_request_" + to, unit.cell(sum(rows, row -> row.cells().number("pod_request_" + from))));
        cells.put("pod_effective_usage_" + to, unit.cell(sum(rows, row -> row.effective(from))));
        cells.put("pod_limit_" + to, unit.cell(sum(rows, row -> row.cells().number("pod_limit_" + from))));
    }

    private static void putCapacity(Map<String, Cell> cells, GroupKey key, List<PodRow> rows, Capacities capacities) {
        Optional<String> node = Optional.of(key.node());
        cells.put(
                "node_capacity_cpu_cores",
                Unit.CORES.cell(greatest(
                        rows, row -> row.capacity("node_capacity_cpu_cores", "node_capacity_cpu_core_seconds"))));
        cells.put(
                "node_capacity_cpu_core_hours",
                Unit.CORE_HOURS.cell(capacities.coreSeconds().ofNode(key.day(), node)));
        cells.put(
                "node_capacity_memory_gigabytes",
                Unit.GIB.cell(greatest(
                        rows, row -> row.capacity("node_capacity_memory_bytes", "node_capacity_memory_byte_seconds"))));
        cells.put(
                "node_capacity_memory_gigabyte_hours",
                Unit.GIB_HOURS.cell(capacities.byteSeconds().ofNode(key.day(), node)));
        cells.put(
                "cluster_capacity_cpu_core_hours",
                Unit.CORE_HOURS.cell(capacities.coreSeconds().ofCluster(key.day())));
        cells.put(
                "cluster_capacity_memory_gigabyte_hours",
                Unit.GIB_HOURS.cell(capacities.byteSeconds().ofCluster(key.day())));
    }

    private static void putRest(Map<String, Cell> cells, GroupKey key, ReferenceParams params) {
        for (String volume : List.of("persistentvolumeclaim", "persistentvolume", "storageclass", "volume_labels")) {
            cells.put(volume, Cell.ABSENT);
        }
        cells.put("all_labels", new Cell.Text(key.labels()));
        cells.put("persistentvolumeclaim_capacity_gigabyte", Cell.ABSENT);
        cells.put("persistentvolumeclaim_capacity_gigabyte_months", Cell.ABSENT);
        cells.put("volume_request_storage_gigabyte_months", Cell.ABSENT);
        cells.put("persistentvolumeclaim_usage_gigabyte_months", Cell.ABSENT);
        cells.put("source_uuid", new Cell.Text(params.sourceUuid()));
        cells.put("infrastructure_usage_cost", new Cell.Text(NO_COST));
        cells.put("csi_volume_handle", Cell.ABSENT);
        cells.put("cost_category_id", Cell.plain(params.costCategoryOf(key.namespace())));
    }

    private static Optional<String> greatestResourceId(List<PodRow> rows) {
        return present(rows, row -> row.cells().name("resource_id")).stream().max(Utf8Order.ASCENDING);
    }

    private static Optional<ExactNumber> sum(List<PodRow> rows, Function<PodRow, Optional<Double>> column) {
        return ExactNumber.sum(
                present(rows, column).stream().map(ExactNumber::of).toList());
    }

    private static Optional<ExactNumber> greatest(List<PodRow> rows, Function<PodRow, Optional<Double>> column) {
        return present(rows, column).stream().max(Double::compare).map(ExactNumber::of);
    }

    private static <T> Collection<T> present(List<PodRow> rows, Function<PodRow, Optional<T>> column) {
        return rows.stream().map(column).flatMap(Optional::stream).toList();
    }
}
