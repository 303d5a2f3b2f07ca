// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt with little memory ended. */
public enum FloorOutcome {
    /** In time, with the right output. */
    @JsonProperty("completed")
    COMPLETED,
    /** The heap was too small. */
    @JsonProperty("out_of_memory")
    OUT_OF_MEMORY,
    /** The kernel ended it, as the limit of its memory was reached. */
    @JsonProperty("killed_for_memory")
    KILLED_FOR_MEMORY,
    /** It took, or would have taken, more than three times as long as with the shipped flags. */
    @JsonProperty("too_slow")
    TOO_SLOW,
    /** The output is not that of the cell. */
    @JsonProperty("wrong_output")
    WRONG_OUTPUT,
    /** The JVM refused its flags. */
    @JsonProperty("refused")
    REFUSED,
    /** In another way; its failure says how. */
    @JsonProperty("failed")
    FAILED
}
