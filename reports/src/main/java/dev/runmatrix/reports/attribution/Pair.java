// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.reports.analysis.CellAnalysis;

/**
 * Two cells that are worth comparing.
 *
 * @param cell the one
 * @param against the other, on the same input
 * @param reason why the two
 * @param name name of the option; empty for another reason
 */
public record Pair(CellAnalysis cell, CellAnalysis against, Reason reason, String name) {

    /** Why two cells are compared. */
    public enum Reason {
        /** A proposal against the current configuration. */
        OPTION,
        /** The recommendation against the current configuration. */
        RECOMMENDED,
        /** The slowest of the reference's family against the fastest of another one. */
        SLOWEST_AGAINST_FAMILY,
        /** The fastest of another family against the fastest of the reference's. */
        FASTEST_OF_FAMILIES,
        /** The slowest against the fastest of one family. */
        WITHIN_FAMILY,
        /** More workers than cores against as many as cores. */
        OVERSUBSCRIBED
    }
}
