// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

import java.util.List;

/** Positions of the columns of the pod usage table within a {@link Batch}. */
public final class PodColumns {

    public static final int NAMESPACE = 1;
    public static final int NODE = 2;
    public static final int LABELS = 3;
    public static final int RESOURCE = 4;

    public static final int USAGE_CPU = 0;
    public static final int REQUEST_CPU = 1;
    public static final int LIMIT_CPU = 2;
    public static final int USAGE_MEMORY = 3;
    public static final int REQUEST_MEMORY = 4;
    public static final int LIMIT_MEMORY = 5;
    public static final int EFFECTIVE_CPU = 6;
    public static final int EFFECTIVE_MEMORY = 7;
    public static final int CORES = 8;
    public static final int CORE_SECONDS = 9;
    public static final int BYTES = 10;
    public static final int BYTE_SECONDS = 11;

    /** The table as it is read. */
    public static final TableColumns TABLE = new TableColumns(
            List.of(
                    new IdColumn("interval_start", IdKind.INSTANT, true),
                    new IdColumn("namespace", IdKind.NAME, true),
                    new IdColumn("node", IdKind.NAME, true),
                    new IdColumn("pod_labels", IdKind.LABELS, false),
                    new IdColumn("resource_id", IdKind.NAME, false)),
            List.of(
                    "pod_usage_cpu_core_seconds",
                    "pod_request_cpu_core_seconds",
                    "pod_limit_cpu_core_seconds",
                    "pod_usage_memory_byte_seconds",
                    "pod_request_memory_byte_seconds",
                    "pod_limit_memory_byte_seconds",
                    "pod_effective_usage_cpu_core_seconds",
                    "pod_effective_usage_memory_byte_seconds",
                    "node_capacity_cpu_cores",
                    "node_capacity_cpu_core_seconds",
                    "node_capacity_memory_bytes",
                    "node_capacity_memory_byte_seconds"));

    private PodColumns() {}
}
