// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is projected: a median over the forks of a cell. */
public enum ProjectedQuantity {
    /** Elapsed seconds by the clock that ranks. */
    @JsonProperty("wall_seconds")
    WALL,
    /** User and system seconds over the same span. */
    @JsonProperty("cpu_seconds")
    CPU,
    /** Greatest resident set of a fork in bytes. */
    @JsonProperty("peak_rss_bytes")
    PEAK_RSS
}
