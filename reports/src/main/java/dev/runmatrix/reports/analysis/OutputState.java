// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

/** What checking one output, or all outputs of a cell, found; the last of several is what a cell gets. */
public enum OutputState {
    /** The same canonical rows as the reference's, to the bit, or the output that the others are compared with. */
    SAME,
    /** The same rows, numbers within 1e-9. */
    TOLERATED,
    /** The program that the user named for it found it right. */
    VERIFIED,
    /** Compared with nothing. */
    NOT_CHECKED,
    /** Other rows or other numbers. */
    WRONG
}
