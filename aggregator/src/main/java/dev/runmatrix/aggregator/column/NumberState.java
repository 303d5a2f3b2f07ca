// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

/** What is known of the values of a number column of a batch. */
public enum NumberState {
    /** The file has no such column: every value is null. */
    ABSENT,
    /** Every value is finite. */
    FINITE,
    /** Some values may be NaN, which stands for null. */
    HOLED
}
