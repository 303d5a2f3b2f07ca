// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

/** What the values of a column mean. */
public enum IdKind {
    /** A point in time. */
    INSTANT,
    /** The name of a thing; whole numbers are names, too. */
    NAME,
    /** The text of a label set, or a map. */
    LABELS
}
