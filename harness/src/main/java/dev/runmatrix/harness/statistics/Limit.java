// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Optional;

/**
 * A fixed bound on a metric, whatever an earlier build took.
 *
 * @param value the bound, in the unit of the values
 * @param side on which side of it the values may lie; the bound itself is allowed
 */
public record Limit(double value, Side side) {

    private static final double CONFIDENCE = 0.95;

    /** Where values may lie. */
    public enum Side {
        AT_MOST,
        AT_LEAST
    }

    /** What a sample shows about a bound. */
    public enum Outcome {
        /** The whole interval of the median, 95 % unless another is asked for, keeps the bound. */
        HELD,
        /** The whole interval is beyond it. */
        BROKEN,
        /** The bound lies inside the interval. */
        CANNOT_TELL,
        /** There are too few forks for an interval. */
        TOO_FEW_FORKS
    }

    public Limit {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a limit that is no number");
        }
    }

    /**
     * Whether the median of the forks keeps the bound.
     *
     * @param forks one value for each fork
     */
    public Outcome judge(double... forks) {
        return judgeAt(CONFIDENCE, forks);
    }

    /**
     * The same with another interval than that of 95 %.
     *
     * @param confidence such as 0.99, which takes 8 forks
     * @param forks one value for each fork
     */
    public Outcome judgeAt(double confidence, double[] forks) {
        Optional<Interval> found =
                forks.length < Verdict.LEAST_FORKS ? Optional.empty() : Median.interval(confidence, forks);
        if (found.isEmpty()) {
            return Outcome.TOO_FEW_FORKS;
        }
        Interval interval = found.get();
        boolean atMost = side == Side.AT_MOST;
        double best = atMost ? interval.low() : interval.high();
        double worst = atMost ? interval.high() : interval.low();
        if (allows(worst)) {
            return Outcome.HELD;
        }
        return allows(best) ? Outcome.CANNOT_TELL : Outcome.BROKEN;
    }

    private boolean allows(double median) {
        return side == Side.AT_MOST ? median <= value : median >= value;
    }
}
