// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * One bound on one metric of some cells.
 *
 * @param metric what is bounded
 * @param cells the cells that must keep it; without values, all of them
 * @param bound how the limit is meant
 * @param limit in seconds, bytes or cores, or a share: 0.05 for 5 %
 * @param confidence of the interval that a verdict rests on, between 0.5 and 1
 * @param holm whether one slow cell among many is weighed by how many there are
 */
public record GateRule(
        GateMetric metric, CellFilter cells, Bound bound, double limit, double confidence, boolean holm) {

    /** The confidence of a rule that gives none: of 100 cells without a change, at most 2 are called changed. */
    public static final double DEFAULT_CONFIDENCE = 0.98;

    /** How a limit is meant. */
    public enum Bound {
        /** The most that the metric may grow from the baseline, as a share. */
        MAX_INCREASE("max_increase"),
        /** The most that it may be. */
        MAX("max"),
        /** The least that it may be. */
        MIN("min"),
        /** The least share of what was asked for that is to be used: cores of workers. */
        MIN_FRACTION_OF_REQUESTED("min_fraction_of_requested");

        private final String key;

        Bound(String key) {
            this.key = key;
        }

        /** Its name in files. */
        public String key() {
            return key;
        }
    }
}
