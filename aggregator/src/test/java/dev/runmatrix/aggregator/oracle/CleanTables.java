// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Clean tables of two days, written by DuckDB: every sum of theirs is exact in binary64, whatever the order. */
final class CleanTables {
    private static final String PODS = """
            SELECT TIMESTAMP '2025-10-31 00:00:00' + to_hours(hour) AS interval_start,
                   'ns-' || pod % 5 AS namespace, 'node-' || pod % 3 AS node, 'pod-' || pod AS pod,
                   'i-' || pod % 3 AS resource_id,
                   '{"app": "a' || pod % 4 || '", "team": "pod", "hash": "' || hash(pod) || '"}' AS pod_labels,
                   usage AS pod_usage_cpu_core_seconds, usage * 2 - 512 AS pod_request_cpu_core_seconds,
                   usage * 4 AS pod_limit_cpu_core_seconds, usage * 2097152 AS pod_usage_memory_byte_seconds,
                   CASE WHEN pod % 7 > 0 THEN usage * 4194304 END AS pod_request_memory_byte_seconds,
                   usage * 8388608 AS pod_limit_memory_byte_seconds,
                   8 AS node_capacity_cpu_cores, 28800 AS node_capacity_cpu_core_seconds,
                   34359738368 AS node_capacity_memory_bytes, 123695058124800 AS node_capacity_memory_byte_seconds
            FROM (SELECT pod, hour, (hash(pod * 1000 + hour) % 1843200) / 512 AS usage
                  FROM range(40) pods(pod), range(48) hours(hour))
            """;

    private static final String NODE_LABELS = """
            SELECT TIMESTAMP '2025-10-31 00:00:00' + to_hours(hour) AS interval_start, 'node-' || node AS node,
                   '{"zone": "z' || (node + hour // 12) || '", "env": "node", "team": "node"}' AS node_labels
            FROM range(2) nodes(node), range(48) hours(hour)
            """;

    private static final String NAMESPACE_LABELS = """
            SELECT TIMESTAMP '2025-10-31 00:00:00' + to_hours(hour) AS interval_start, 'ns-' || namespace AS namespace,
                   '{"env": "e' || (namespace * 7 + hour) % 3 || '", "team": "namespace"}' AS namespace_labels
            FROM range(4) namespaces(namespace), range(48) hours(hour)
            """;

    private static final String PARAMS = """
            {"enabled_keys": ["app", "team", "env", "zone"],
             "cost_categories": [{"pattern": "ns-_", "id": 1}, {"pattern": "%-3", "id": 4}, {"pattern": "NS%", "id": 9}],
             "start_date": null, "end_date": null, "report_period_id": 1,
             "cluster_id": "c", "cluster_alias": "c", "source_uuid": "00000000-0000-0000-0000-000000000001"}
            """;

    private CleanTables() {}

    /** Writes with {@code options} of DuckDB's COPY. */
    static void write(DuckDb duckDb, Path folder, String options) throws IOException, SQLException {
        copy(duckDb, PODS, folder.resolve("pod_usage.parquet"), options);
        copy(duckDb, NODE_LABELS, folder.resolve("node_labels.parquet"), options);
        copy(duckDb, NAMESPACE_LABELS, folder.resolve("namespace_labels.parquet"), options);
        Files.writeString(params(folder), PARAMS);
    }

    /** The parameter file beside the tables. */
    static Path params(Path folder) {
        return folder.resolve("params.json");
    }

    private static void copy(DuckDb duckDb, String query, Path file, String options) throws SQLException {
        duckDb.execute(
                "COPY (%s) TO %s (FORMAT parquet, %s)".formatted(query, DuckDb.quoted(file.toString()), options));
    }
}
