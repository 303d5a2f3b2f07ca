// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The daily summary of clean tables in SQL: nothing unreadable, no duplicate keys, every table there. */
final class DuckDbSummary {
    private static final String OPTIONAL_COLUMNS = """
            SELECT NULL::DOUBLE AS pod_effective_usage_cpu_core_seconds,
                   NULL::DOUBLE AS pod_effective_usage_memory_byte_seconds
            WHERE false""";

    private static final String SUMMARY = """
            WITH pods AS (
                SELECT *, interval_start::TIMESTAMP AS instant, interval_start::TIMESTAMP::DATE AS day
                FROM (%s UNION ALL BY NAME SELECT * FROM %s)
            ), nodes AS (
                SELECT interval_start::TIMESTAMP::DATE AS day, node, arg_max(node_labels, interval_start::TIMESTAMP) AS labels
                FROM %s GROUP BY ALL
            ), namespaces AS (
                SELECT interval_start::TIMESTAMP::DATE AS day, namespace,
                       arg_max(namespace_labels, interval_start::TIMESTAMP) AS labels
                FROM %s GROUP BY ALL
            ), per_instant AS (
                SELECT day, instant, node, max(node_capacity_cpu_core_seconds) AS cpu,
                       max(node_capacity_memory_byte_seconds) AS memory
                FROM pods GROUP BY ALL
            ), per_node AS (
                SELECT day, node, sum(cpu) AS cpu, sum(memory) AS memory FROM per_instant GROUP BY ALL
            ), per_cluster AS (
                SELECT day, sum(cpu) AS cpu, sum(memory) AS memory FROM per_node GROUP BY ALL
            ), labelled AS (
                SELECT pods.*, '{' || concat_ws(',', %s) || '}' AS labels
                FROM pods
                LEFT JOIN nodes ON nodes.day = pods.day AND nodes.node = pods.node
                LEFT JOIN namespaces ON namespaces.day = pods.day AND namespaces.namespace = pods.namespace
                WHERE pods.node <> ''
            ), grouped AS (
                SELECT day, namespace, node, labels, max(resource_id) AS resource_id, %s,
                       max(coalesce(node_capacity_cpu_cores, node_capacity_cpu_core_seconds / 3600))
                           AS node_capacity_cpu_cores,
                       max(coalesce(node_capacity_memory_bytes, node_capacity_memory_byte_seconds / 3600)) / 1073741824
                           AS node_capacity_memory_gigabytes
                FROM labelled GROUP BY ALL
            )
            SELECT grouped.*, grouped.day::VARCHAR AS usage_start, labels AS pod_labels,
                   per_node.cpu / 3600 AS node_capacity_cpu_core_hours,
                   per_node.memory / 3600 / 1073741824 AS node_capacity_memory_gigabyte_hours,
                   per_cluster.cpu / 3600 AS cluster_capacity_cpu_core_hours,
                   per_cluster.memory / 3600 / 1073741824 AS cluster_capacity_memory_gigabyte_hours,
                   %s AS cost_category_id
            FROM grouped
            JOIN per_node ON per_node.day = grouped.day AND per_node.node = grouped.node
            JOIN per_cluster ON per_cluster.day = grouped.day
            ORDER BY encode(usage_start), namespace IS NOT NULL, encode(namespace), encode(grouped.node), encode(pod_labels)
            """;

    private DuckDbSummary() {}

    /** The rows in the summary's order, each with the columns that are computed. */
    static List<SummaryRow> rows(DuckDb duckDb, TableFiles files, ReferenceParams params) throws SQLException {
        String query = SUMMARY.formatted(
                OPTIONAL_COLUMNS,
                DuckDb.relation(files.podUsage()),
                DuckDb.relation(files.nodeLabels()),
                DuckDb.relation(files.namespaceLabels()),
                members(params),
                sums("cpu_core_seconds", "cpu_core_hours", "3600")
                        + ", "
                        + sums("memory_byte_seconds", "memory_gigabyte_hours", "3600 / 1073741824"),
                category(params));
        return duckDb.rows(query).stream().map(DuckDbSummary::row).toList();
    }

    private static SummaryRow row(Map<String, Optional<Object>> values) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        values.forEach((column, value) ->
                cells.put(column, value.map(each -> cell(column, each)).orElse(Cell.ABSENT)));
        cells.keySet().retainAll(SummaryRow.COLUMNS);
        return new SummaryRow(cells);
    }

    private static Cell cell(String column, Object value) {
        if (value instanceof Double measure) {
            return new Cell.Measure(measure);
        }
        boolean isPlain = value instanceof Integer || column.equals("usage_start");
        return isPlain ? new Cell.Plain(value.toString()) : new Cell.Text(value.toString());
    }

    private static String members(ReferenceParams params) {
        TreeSet<String> keys = new TreeSet<>(Utf8Order.ASCENDING);
        keys.addAll(params.enabledKeys());
        keys.add("vm_kubevirt_io_name");
        return keys.stream().map(DuckDbSummary::member).collect(Collectors.joining(", "));
    }

    /** {@code "key":"value"}, or null, which {@code concat_ws} leaves out. */
    private static String member(String key) {
        String path = DuckDb.quoted("$.\"" + key + "\"");
        return "to_json(%s)::VARCHAR || ':' || to_json(coalesce(pod_labels->>%s, namespaces.labels->>%s, nodes.labels->>%s))::VARCHAR"
                .formatted(DuckDb.quoted(key), path, path, path);
    }

    private static String sums(String from, String to, String divisors) {
        String effective =
                "coalesce(pod_effective_usage_%1$s, greatest(pod_usage_%1$s, pod_request_%1$s))".formatted(from);
        return "sum(pod_usage_%1$s) / %3$s AS pod_usage_%2$s, sum(pod_request_%1$s) / %3$s AS pod_request_%2$s, "
                        .formatted(from, to, divisors)
                + "sum(%4$s) / %3$s AS pod_effective_usage_%2$s, sum(pod_limit_%1$s) / %3$s AS pod_limit_%2$s"
                        .formatted(from, to, divisors, effective);
    }

    private static String category(ReferenceParams params) {
        String matches = params.costCategories().stream()
                .map(category -> ", CASE WHEN grouped.namespace LIKE %s THEN %d END"
                        .formatted(DuckDb.quoted(category.pattern()), category.id()))
                .collect(Collectors.joining());
        return "greatest(NULL::INTEGER" + matches + ")";
    }
}
