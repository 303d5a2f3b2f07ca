// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt ended. */
public enum ForkStatus {
    /** It ran to its end; whether its output is right is a matter of {@link OutputCheck}. */
    @JsonProperty("ok")
    OK,
    /** It ended without a result; {@link Failure} says how. */
    @JsonProperty("failed")
    FAILED,
    /** It was killed because it outlived its limit or stopped making progress. */
    @JsonProperty("timed_out")
    TIMED_OUT
}
