// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a projection rests on beside its cells. */
public enum ProjectionModel {
    /** Between Amdahl's law and the universal scalability law. */
    @JsonProperty("workers")
    WORKERS,
    /** Between the straight line from the smallest input and proportion to the rows. */
    @JsonProperty("time_by_rows")
    TIME_BY_ROWS,
    /** Between levelling off and the straight line from the smallest input. */
    @JsonProperty("memory_by_rows")
    MEMORY_BY_ROWS
}
