// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * A lasting change of level in a history.
 *
 * @param night number of the first night on the new level
 * @param before median of the nights before it, in the unit of the values
 * @param after median of the nights from it on
 * @param nightsBefore nights compared before it, at least {@link ChangePoints#LEAST_BEFORE}
 * @param nightsAfter nights compared from it on, at least {@link ChangePoints#LEAST_AFTER}
 * @param p two-sided probability of such a difference if nothing changed at this night
 */
public record Shift(long night, double before, double after, int nightsBefore, int nightsAfter, double p) {

    /** New level ÷ old level. */
    public double ratio() {
        return after / before;
    }
}
