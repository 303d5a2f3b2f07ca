// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a projection ended. */
public enum ProjectionOutcome {
    /** What was measured lies within its interval. */
    @JsonProperty("inside")
    INSIDE,
    /** It lies outside. */
    @JsonProperty("outside")
    OUTSIDE,
    /** Something else was measured: the input, the program or the machine had changed. */
    @JsonProperty("void")
    VOID
}
