// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** How measures vary. */
public enum ValueKind {
    /** Every pod and hour has the same values: almost nothing to decode. */
    CONSTANT,
    /** Different for each pod and hour, and multiples of a power of two, so that sums are exact in any order. */
    VARIED,
    /** Different for each pod and hour, rounded to decimals as usage generators do; sums depend on order in the last bits. */
    DECIMAL
}
