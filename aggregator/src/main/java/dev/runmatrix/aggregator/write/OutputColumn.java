// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column of the target table.
 *
 * @param name its name
 * @param content where its values come from
 * @param index the text or number column of a {@link DaySummary}, where it comes from one
 * @param constant the one value, where it has one
 */
public record OutputColumn(String name, Content content, int index, Optional<String> constant) {

    /** Where the values of a column come from, and so of what type they are. */
    public enum Content {
        CONSTANT_TEXT,
        CONSTANT_INTEGER,
        NULL_TEXT,
        NULL_NUMBER,
        DAY,
        TEXT,
        NUMBER,
        INTEGER
    }

    private static final String NO_INFRASTRUCTURE_COST =
            "{\"cpu\": 0.000000000, \"memory\": 0.000000000, \"storage\": 0.000000000}";

    /** All columns in the order of the table. */
    public static List<OutputColumn> all(SummaryConstants constants) {
        List<OutputColumn> columns = new ArrayList<>();
        columns.add(nullText("uuid"));
        columns.add(new OutputColumn(
                "report_period_id",
                Content.CONSTANT_INTEGER,
                0,
                constants.reportPeriodId().stream().mapToObj(Integer::toString).findFirst()));
        columns.add(constant("cluster_id", constants.clusterId()));
        columns.add(constant("cluster_alias", constants.clusterAlias()));
        columns.add(constant("data_source", Optional.of("Pod")));
        columns.add(new OutputColumn("usage_start", Content.DAY, 0, Optional.empty()));
        columns.add(new OutputColumn("usage_end", Content.DAY, 0, Optional.empty()));
        columns.add(text("namespace", DaySummary.NAMESPACE));
        columns.add(text("node", DaySummary.NODE));
        columns.add(nullText("pod"));
        columns.add(text("resource_id", DaySummary.RESOURCE));
        columns.add(text("pod_labels", DaySummary.LABELS));
        addMeasures(columns);
        addVolumes(columns);
        columns.add(constant("source_uuid", constants.sourceUuid()));
        columns.add(constant("infrastructure_usage_cost", Optional.of(NO_INFRASTRUCTURE_COST)));
        columns.add(nullText("csi_volume_handle"));
        columns.add(new OutputColumn("cost_category_id", Content.INTEGER, DaySummary.COST_CATEGORY, Optional.empty()));
        return List.copyOf(columns);
    }

    /** The columns that can have a value, in the order of the table. */
    public static List<OutputColumn> filled(SummaryConstants constants) {
        return all(constants).stream()
                .filter(column -> column.content() != Content.NULL_TEXT && column.content() != Content.NULL_NUMBER)
                .toList();
    }

    private static void addMeasures(List<OutputColumn> columns) {
        columns.add(number("pod_usage_cpu_core_hours", DaySummary.USAGE_CPU));
        columns.add(number("pod_request_cpu_core_hours", DaySummary.REQUEST_CPU));
        columns.add(number("pod_effective_usage_cpu_core_hours", DaySummary.EFFECTIVE_CPU));
        columns.add(number("pod_limit_cpu_core_hours", DaySummary.LIMIT_CPU));
        columns.add(number("pod_usage_memory_gigabyte_hours", DaySummary.USAGE_MEMORY));
        columns.add(number("pod_request_memory_gigabyte_hours", DaySummary.REQUEST_MEMORY));
        columns.add(number("pod_effective_usage_memory_gigabyte_hours", DaySummary.EFFECTIVE_MEMORY));
        columns.add(number("pod_limit_memory_gigabyte_hours", DaySummary.LIMIT_MEMORY));
        columns.add(number("node_capacity_cpu_cores", DaySummary.NODE_CORES));
        columns.add(number("node_capacity_cpu_core_hours", DaySummary.NODE_CORE_HOURS));
        columns.add(number("node_capacity_memory_gigabytes", DaySummary.NODE_GIBIBYTES));
        columns.add(number("node_capacity_memory_gigabyte_hours", DaySummary.NODE_GIBIBYTE_HOURS));
        columns.add(number("cluster_capacity_cpu_core_hours", DaySummary.CLUSTER_CORE_HOURS));
        columns.add(number("cluster_capacity_memory_gigabyte_hours", DaySummary.CLUSTER_GIBIBYTE_HOURS));
    }

    private static void addVolumes(List<OutputColumn> columns) {
        columns.add(nullText("persistentvolumeclaim"));
        columns.add(nullText("persistentvolume"));
        columns.add(nullText("storageclass"));
        columns.add(nullText("volume_labels"));
        columns.add(text("all_labels", DaySummary.LABELS));
        columns.add(nullNumber("persistentvolumeclaim_capacity_gigabyte"));
        columns.add(nullNumber("persistentvolumeclaim_capacity_gigabyte_months"));
        columns.add(nullNumber("volume_request_storage_gigabyte_months"));
        columns.add(nullNumber("persistentvolumeclaim_usage_gigabyte_months"));
    }

    private static OutputColumn constant(String name, Optional<String> value) {
        return new OutputColumn(name, Content.CONSTANT_TEXT, 0, value);
    }

    private static OutputColumn nullText(String name) {
        return new OutputColumn(name, Content.NULL_TEXT, 0, Optional.empty());
    }

    private static OutputColumn nullNumber(String name) {
        return new OutputColumn(name, Content.NULL_NUMBER, 0, Optional.empty());
    }

    private static OutputColumn text(String name, int index) {
        return new OutputColumn(name, Content.TEXT, index, Optional.empty());
    }

    private static OutputColumn number(String name, int index) {
        return new OutputColumn(name, Content.NUMBER, index, Optional.empty());
    }
}
