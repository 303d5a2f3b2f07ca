// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an output compares with what it must be. */
public enum OutputVerdict {
    /** The same canonical rows, to the bit. */
    @JsonProperty("identical")
    IDENTICAL,
    /** The same rows, numbers within 1e-9. */
    @JsonProperty("within_tolerance")
    WITHIN_TOLERANCE,
    /** Other rows or other numbers: the timing of this attempt counts for nothing. */
    @JsonProperty("wrong")
    WRONG
}
