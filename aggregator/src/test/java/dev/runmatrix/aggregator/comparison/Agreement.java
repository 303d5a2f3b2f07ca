// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Whether both did the same work: every row of one output has its like in the other. */
final class Agreement {

    private static final double TOLERANCE = 1e-9;

    private static final List<String> MEASURES = List.of(
            "pod_usage_cpu_core_hours",
            "pod_request_cpu_core_hours",
            "pod_limit_cpu_core_hours",
            "pod_effective_usage_cpu_core_hours",
            "pod_usage_memory_gigabyte_hours",
            "pod_request_memory_gigabyte_hours",
            "pod_limit_memory_gigabyte_hours",
            "pod_effective_usage_memory_gigabyte_hours",
            "node_capacity_cpu_cores",
            "node_capacity_memory_gigabytes",
            "node_capacity_cpu_core_hours",
            "node_capacity_memory_gigabyte_hours",
            "cluster_capacity_cpu_core_hours",
            "cluster_capacity_memory_gigabyte_hours");

    private Agreement() {}

    /** Compares our output with what the script computes; says what was compared, or fails. */
    static String check(String script, Path output) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            DuckDbProcess.run(statement, script);
            try (ResultSet result = statement.executeQuery(comparison(output))) {
                result.next();
                return judge(result.getLong(1), result.getLong(2), result.getDouble(3));
            }
        }
    }

    private static String judge(long rows, long alone, double difference) throws IOException {
        if (rows == 0 || alone > 0 || !(difference <= TOLERANCE)) {
            throw new IOException(String.format(
                    "the outputs differ: %d rows, %d of them in one output only, values up to %.1e apart",
                    rows, alone, difference));
        }
        return String.format("both gave the same %,d rows, sums at most %.0e apart", rows, difference);
    }

    private static String comparison(Path output) {
        String differences = MEASURES.stream()
                .map(measure -> "max(abs(ours." + measure + " - theirs." + measure + ") / greatest(abs(theirs."
                        + measure + "), 1e-300))")
                .collect(Collectors.joining(", "));
        return "SELECT count(*), count(*) FILTER (ours.namespace IS NULL OR theirs.namespace IS NULL), greatest("
                + differences + ") FROM summary theirs FULL JOIN read_parquet(" + PeerSql.quoted(output.toString())
                + ") ours ON ours.usage_start::VARCHAR = theirs.usage_start::VARCHAR AND ours.namespace ="
                + " theirs.namespace AND ours.node = theirs.node AND ours.pod_labels = theirs.labels AND"
                + " ours.resource_id = theirs.resource_id";
    }
}
