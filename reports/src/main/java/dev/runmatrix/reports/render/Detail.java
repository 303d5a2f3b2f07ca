// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

/** How much of the model goes into a Markdown report; each step leaves out more, until it is small enough. */
public enum Detail {
    /** Everything. */
    ALL,
    /** Without cores over time in the matrix. */
    NO_SPARKLINES,
    /** Of the matrix: the front, the reference, the recommendation, and every cell without a rank. */
    NOTABLE_CELLS,
    /** Also without accounts, notes and the trade-off's chart. */
    NO_ACCOUNTS,
    /** Cells without a rank by name alone. */
    NAMES;

    public boolean isSparklines() {
        return this == ALL;
    }

    public boolean isAllCells() {
        return compareTo(NOTABLE_CELLS) < 0;
    }

    public boolean isAccounts() {
        return compareTo(NO_ACCOUNTS) < 0;
    }

    public boolean isNamesOnly() {
        return this == NAMES;
    }
}
