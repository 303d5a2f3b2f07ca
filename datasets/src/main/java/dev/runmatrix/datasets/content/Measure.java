// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

/** The measures of pod usage: the column of the input and that of the summary. */
public enum Measure {
    USAGE_CPU(0, Measure.CORE_HOUR, "pod_usage_cpu_core_seconds", "pod_usage_cpu_core_hours"),
    REQUEST_CPU(1, Measure.CORE_HOUR, "pod_request_cpu_core_seconds", "pod_request_cpu_core_hours"),
    LIMIT_CPU(2, Measure.CORE_HOUR, "pod_limit_cpu_core_seconds", "pod_limit_cpu_core_hours"),
    EFFECTIVE_CPU(3, Measure.CORE_HOUR, "pod_effective_usage_cpu_core_seconds", "pod_effective_usage_cpu_core_hours"),
    USAGE_MEMORY(4, Measure.GIBIBYTE_HOUR, "pod_usage_memory_byte_seconds", "pod_usage_memory_gigabyte_hours"),
    REQUEST_MEMORY(5, Measure.GIBIBYTE_HOUR, "pod_request_memory_byte_seconds", "pod_request_memory_gigabyte_hours"),
    LIMIT_MEMORY(6, Measure.GIBIBYTE_HOUR, "pod_limit_memory_byte_seconds", "pod_limit_memory_gigabyte_hours"),
    EFFECTIVE_MEMORY(
            7,
            Measure.GIBIBYTE_HOUR,
            "pod_effective_usage_memory_byte_seconds",
            "pod_effective_usage_memory_gigabyte_hours");

    private static final long CORE_HOUR = 3600;
    private static final long GIBIBYTE_HOUR = CORE_HOUR << 30;

    private final int slot;
    private final long unitsPerSummaryUnit;
    private final String column;
    private final String summaryColumn;

    Measure(int slot, long unitsPerSummaryUnit, String column, String summaryColumn) {
        this.slot = slot;
        this.unitsPerSummaryUnit = unitsPerSummaryUnit;
        this.column = column;
        this.summaryColumn = summaryColumn;
    }

    /** Place in an array of all measures. */
    int slot() {
        return slot;
    }

    /** Column of the input, in core-seconds or byte-seconds. */
    public String column() {
        return column;
    }

    /** Column of the summary, in core-hours or GiB-hours. */
    public String summaryColumn() {
        return summaryColumn;
    }

    /** How many units of the input make one unit of the summary. */
    public long unitsPerSummaryUnit() {
        return unitsPerSummaryUnit;
    }
}
