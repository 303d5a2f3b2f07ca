// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

/** How much of the model goes into a Markdown report; each step leaves out more, until it is small enough. */
public enum Detail {
    /** Everything. */
    ALL,
    /** Without cores over time in the matrix. */
    NO_SPARKLINES,
    /** Also without the cells that did not change since the baseline. */
    CHANGED_CELLS,
    /** Also without findings after the fifth. */
    FIRST_FINDINGS,
    /** Also without claims that do not fail. */
    FAILED_CLAIMS,
    /** Of the matrix: the front, the reference, the recommendation, and every cell without a rank. */
    NOTABLE_CELLS,
    /** Also without accounts, notes and the trade-off's chart. */
    NO_ACCOUNTS,
    /** Cells without a rank by name alone. */
    NAMES,
    /** Also no text longer than a paragraph. */
    SHORT_TEXTS,
    /** Also no text longer than a line. */
    SHORTEST_TEXTS;

    public boolean isSparklines() {
        return this == ALL;
    }

    public boolean isUnchanged() {
        return compareTo(CHANGED_CELLS) < 0;
    }

    public boolean isAllFindings() {
        return compareTo(FIRST_FINDINGS) < 0;
    }

    public boolean isAllClaims() {
        return compareTo(FAILED_CLAIMS) < 0;
    }

    public boolean isAllCells() {
        return compareTo(NOTABLE_CELLS) < 0;
    }

    public boolean isAccounts() {
        return compareTo(NO_ACCOUNTS) < 0;
    }

    public boolean isNamesOnly() {
        return compareTo(NAMES) >= 0;
    }

    /** The most characters of a text; a longer one ends with an ellipsis. */
    int longest() {
        return switch (this) {
            case SHORT_TEXTS -> 300;
            case SHORTEST_TEXTS -> 80;
            default -> Integer.MAX_VALUE;
        };
    }
}
