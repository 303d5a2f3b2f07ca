// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.write.OutputColumn;
import dev.runmatrix.engines.spark.input.InputTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** The columns of the rows that a summary is made of; measures are called as in the target table. */
public final class SummaryColumns {

    /** The day, counted from 1970-01-01. */
    public static final String DAY = InputTable.DAY;

    public static final String NAMESPACE = "namespace";
    public static final String NODE = "node";
    public static final String RESOURCE = "resource_id";
    public static final String LABELS = "pod_labels";
    public static final String CATEGORY = "cost_category_id";

    static final String NODE_CORES = "node_capacity_cpu_cores";
    static final String NODE_GIBIBYTES = "node_capacity_memory_gigabytes";
    static final String NODE_CORE_HOURS = "node_capacity_cpu_core_hours";
    static final String NODE_GIBIBYTE_HOURS = "node_capacity_memory_gigabyte_hours";
    static final String CLUSTER_CORE_HOURS = "cluster_capacity_cpu_core_hours";
    static final String CLUSTER_GIBIBYTE_HOURS = "cluster_capacity_memory_gigabyte_hours";

    private static final double SECONDS_OF_HOUR = 3600;

    /** What is summed over the rows of a group. */
    static final List<Measure> SUMS = List.of(
            cpu("pod_usage_cpu_core_hours", col("pod_usage_cpu_core_seconds")),
            cpu("pod_request_cpu_core_hours", col("pod_request_cpu_core_seconds")),
            cpu("pod_effective_usage_cpu_core_hours", effective("cpu_core_seconds")),
            cpu("pod_limit_cpu_core_hours", col("pod_limit_cpu_core_seconds")),
            memory("pod_usage_memory_gigabyte_hours", col("pod_usage_memory_byte_seconds")),
            memory("pod_request_memory_gigabyte_hours", col("pod_request_memory_byte_seconds")),
            memory("pod_effective_usage_memory_gigabyte_hours", effective("memory_byte_seconds")),
            memory("pod_limit_memory_gigabyte_hours", col("pod_limit_memory_byte_seconds")));

    /** The greatest value of which counts for a group. */
    static final List<Measure> MAXIMA = List.of(
            new Measure(NODE_CORES, capacity("node_capacity_cpu_cores", "node_capacity_cpu_core_seconds"), 1),
            new Measure(
                    NODE_GIBIBYTES,
                    capacity("node_capacity_memory_bytes", "node_capacity_memory_byte_seconds"),
                    Measure.GIBIBYTE));

    /** What is the same for all groups of a node or of a day, folded under these names. */
    static final List<Measure> CAPACITIES = List.of(
            cpu(NODE_CORE_HOURS, col("node_capacity_cpu_core_seconds")),
            memory(NODE_GIBIBYTE_HOURS, col("node_capacity_memory_byte_seconds")),
            cpu(CLUSTER_CORE_HOURS, col(NODE_CORE_HOURS)),
            memory(CLUSTER_GIBIBYTE_HOURS, col(NODE_GIBIBYTE_HOURS)));

    private SummaryColumns() {}

    /** Positions in a row of the summary: its day, the first of its texts, the first of its numbers. */
    public static final int DAY_AT = 0;

    public static final int TEXTS_AT = 1;
    public static final int NUMBERS_AT = TEXTS_AT + DaySummary.TEXTS;

    /** All columns of a row of the summary: the day, texts and numbers in the order of {@link DaySummary}. */
    public static Column[] inOrder(List<OutputColumn> target) {
        String[] columns = new String[NUMBERS_AT + DaySummary.NUMBERS];
        columns[DAY_AT] = DAY;
        for (OutputColumn column : target) {
            switch (column.content()) {
                case TEXT -> columns[TEXTS_AT + column.index()] = sourceOf(column);
                case NUMBER, INTEGER -> columns[NUMBERS_AT + column.index()] = column.name();
                default -> {
                    // Not of a row.
                }
            }
        }
        return Names.columns(columns);
    }

    /** The column of a summary's row that a text column of the target table comes from. */
    public static String sourceOf(OutputColumn column) {
        return column.index() == DaySummary.LABELS ? LABELS : column.name();
    }

    /** All measures. */
    static List<Measure> measures() {
        return Stream.of(SUMS, MAXIMA, CAPACITIES).flatMap(List::stream).toList();
    }

    private static Measure cpu(String name, Column seconds) {
        return new Measure(name, seconds, SECONDS_OF_HOUR);
    }

    private static Measure memory(String name, Column seconds) {
        return new Measure(name, seconds, SECONDS_OF_HOUR * Measure.GIBIBYTE);
    }

    /** What a pod is charged for: the effective usage of the input, else the greater of what it used and asked for. */
    private static Column effective(String unit) {
        return coalesce(
                col("pod_effective_usage_" + unit), greatest(col("pod_usage_" + unit), col("pod_request_" + unit)));
    }

    private static Column capacity(String amount, String amountSeconds) {
        return coalesce(col(amount), col(amountSeconds).divide(lit(SECONDS_OF_HOUR)));
    }
}
