// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * One bound on one metric of some cells.
 *
 * @param metric what is bounded
 * @param cells the cells that must keep it; without values, all of them
 * @param bound how the limit is meant
 * @param limit in seconds, bytes or cores, or a share: 0.05 for 5 %
 * @param confidence of the interval that a verdict rests on, between {@value #LEAST_CONFIDENCE} and
 *     {@value #GREATEST_CONFIDENCE}
 * @param holm whether one slow cell among many is weighed by how many there are; always false for a fixed bound
 */
public record GateRule(
        GateMetric metric, CellFilter cells, Bound bound, double limit, double confidence, boolean holm) {

    /** The confidence of an increase that gives none: of 100 cells without a change, at most 2 are called changed. */
    public static final double DEFAULT_CONFIDENCE = 0.98;

    /** The confidence of a fixed bound that gives none: what the median of 6 forks can have. */
    public static final double DEFAULT_CONFIDENCE_OF_BOUNDS = 0.95;

    /** No verdict rests on less. */
    public static final double LEAST_CONFIDENCE = 0.95;

    /** More takes more forks than anybody makes. */
    public static final double GREATEST_CONFIDENCE = 0.999;

    static final double MILLIS = 1e3;

    public GateRule {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
        if (!(confidence >= LEAST_CONFIDENCE && confidence <= GREATEST_CONFIDENCE)) {
            throw new IllegalArgumentException("a confidence of " + confidence);
        }
    }

    /** The limit with its unit as a matrix file has it: {@code 5%}, {@code 30s}, {@code 4GB}, {@code 0.6}. */
    public String limitText() {
        if (bound == Bound.MAX_INCREASE) {
            return Quantity.percent(limit);
        }
        return switch (metric) {
            case WALL, CPU -> Quantity.text(Duration.ofMillis(Math.round(limit * MILLIS)));
            case PEAK_RSS -> Quantity.text(Math.round(limit));
            case CORES_USED -> BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
        };
    }

    /** The rule without its cells, {@code wall grows by at most 5%}. */
    public String words() {
        return metric.key()
                + switch (bound) {
                    case MAX_INCREASE -> " grows by at most " + limitText();
                    case MAX -> " is at most " + limitText();
                    case MIN -> " is at least " + limitText();
                    case MIN_FRACTION_OF_REQUESTED ->
                        " is at least " + Quantity.percent(limit) + " of the workers asked for";
                };
    }

    /** How a limit is meant. */
    public enum Bound {
        /** The most that the metric may grow from the baseline, as a share. */
        MAX_INCREASE("max_increase"),
        /** The most that it may be. */
        MAX("max"),
        /** The least that it may be. */
        MIN("min"),
        /**
         * The least share of what was asked for that is to be used: of the workers, or of the processors that the run might use
         * where those are fewer.
         */
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
