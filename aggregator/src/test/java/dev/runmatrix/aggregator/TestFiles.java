// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;

/** Makes Parquet files with DuckDB, and runs the aggregator on them. */
public final class TestFiles {

    static final String PARAMS = """
            {"enabled_keys": ["app", "team", "zone"], "cost_categories": [{"pattern": "kube-%", "id": 2}],
             "report_period_id": 1, "cluster_id": "c,1", "cluster_alias": "the \\"first\\"", "source_uuid": "s"}""";

    /** Pod rows of two days, with nulls, blanks, bad texts and every measure. */
    public static final String PODS = """
            SELECT TIMESTAMP '2025-11-01' + INTERVAL (r // 20) HOUR AS interval_start,
              CASE r % 7 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'kube-é' ELSE 'ns-' || (r % 5) END AS namespace,
              CASE r % 11 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'node-' || (r % 3) END AS node,
              CASE r % 4 WHEN 0 THEN NULL ELSE 'i-' || (r % 3) END AS resource_id,
              CASE r % 6 WHEN 0 THEN NULL WHEN 1 THEN '{bad' WHEN 2 THEN 'label_app:x|zone:"q"'
                ELSE '{"app":"a' || (r % 13) || '","other":' || r || '}' END AS pod_labels,
              CASE WHEN r % 9 = 0 THEN NULL ELSE r * 0.1 END::DOUBLE AS pod_usage_cpu_core_seconds,
              (r % 17 * 0.3)::DOUBLE AS pod_request_cpu_core_seconds,
              (r % 2000)::DOUBLE AS pod_limit_cpu_core_seconds,
              CASE WHEN r % 31 = 0 THEN 'NaN'::DOUBLE ELSE r * 1e9 / 7 END AS pod_usage_memory_byte_seconds,
              (r % 5 * 1e9)::DOUBLE AS pod_request_memory_byte_seconds,
              r * 3 AS pod_limit_memory_byte_seconds,
              (3600 * (4 + r % 2))::DOUBLE AS node_capacity_cpu_core_seconds,
              CASE WHEN r % 3 = 0 THEN NULL ELSE 3600.0 * (r % 3) * 1073741824 END::DOUBLE
                AS node_capacity_memory_byte_seconds,
              [r, r + 1] AS extra, {'node': 'x'} AS nested
            FROM range(900) t(r)""";

    static final String NODES = """
            SELECT TIMESTAMP '2025-11-01' + INTERVAL (r) HOUR AS interval_start, 'node-' || (r % 3) AS node,
              '{"zone":"z' || (r % 4) || '"}' AS node_labels FROM range(40) t(r)""";

    static final String NAMESPACES = """
            SELECT TIMESTAMP '2025-11-01' AS interval_start, 'ns-' || (r % 5) AS namespace,
              'team:t' || r AS namespace_labels FROM range(9) t(r)""";

    private TestFiles() {}

    /** Writes the rows of a query; {@code options} are those of DuckDB's COPY. */
    public static Path write(Path file, String query, String options) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(file.getParent());
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet" + options + ")");
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the three tables into a directory. */
    public static Path writeTables(Path directory, String options) {
        write(directory.resolve("pod_usage.parquet"), PODS, options);
        write(directory.resolve("node_labels.parquet"), NODES, options);
        write(directory.resolve("namespace_labels.parquet"), NAMESPACES, options);
        return directory;
    }

    /** A configuration that is in memory with two workers. */
    static AggregationConfig config(Path input, Path output) throws IOException {
        return config(input, output, Mode.IN_MEMORY, 2, 50_000, OptionalInt.empty());
    }

    static AggregationConfig config(Path input, Path output, Mode mode, int workers, int chunkSize, OptionalInt readers)
            throws IOException {
        Path params = output.resolveSibling("params.json");
        if (!Files.exists(params)) {
            Files.writeString(params, PARAMS);
        }
        return new AggregationConfig(
                List.of(input), params, Output.file(output), mode, workers > 1, workers, chunkSize, readers, true);
    }

    /** The summary of an input, as CSV. */
    static String csv(Path input, Path directory) throws InputException, IOException {
        Path output = directory.resolve("summary.csv");
        Aggregator.run(config(input, output));
        return Files.readString(output);
    }
}
