// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an attempt of a search for a memory floor was for. */
public enum FloorPurpose {
    /** With the flags as they are shipped: what the others stand beside. */
    @JsonProperty("shipped")
    SHIPPED,
    /** Whether it completes with so much heap. */
    @JsonProperty("floor")
    FLOOR,
    /** Whether it is as fast with so much heap. */
    @JsonProperty("knee")
    KNEE,
    /** Whether it completes while the whole process is limited to so much memory. */
    @JsonProperty("limit")
    LIMIT
}
