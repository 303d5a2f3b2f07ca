// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * The slope of ln value over ln rows between two sizes.
 *
 * @param estimate from the Hodges–Lehmann ratio of the forks
 * @param interval from its interval at 95 %, or, where there are too few forks for one, from the ratios of the extremes
 */
public record Elasticity(double estimate, Interval interval) {

    /** At most this, and ten times the rows are a quarter more: constant. */
    public static final double CONSTANT = 0.1;

    /** Less than this, and twice the rows are less than twice as much, beyond what measuring can tell. */
    public static final double SUBLINEAR = 0.95;

    /** At most this, and it is linear but for what measuring can tell. */
    public static final double LINEAR = 1.05;

    private static final double CONFIDENCE = 0.95;

    /** The elasticity from one size to a larger one. */
    public static Elasticity between(Level smaller, Level larger) {
        double rows = Math.log(larger.at() / smaller.at());
        if (!(rows > 0)) {
            throw new IllegalArgumentException("from " + smaller.at() + " to " + larger.at() + " rows");
        }
        Ratio ratio = Ratio.of(larger.values(), smaller.values(), CONFIDENCE);
        Interval range = ratio.interval().orElseGet(() -> extremes(smaller, larger));
        return new Elasticity(
                Math.log(ratio.estimate()) / rows,
                new Interval(Math.log(range.low()) / rows, Math.log(range.high()) / rows, range.coverage()));
    }

    private static Interval extremes(Level smaller, Level larger) {
        Interval below = Median.range(smaller.values());
        Interval above = Median.range(larger.values());
        double coverage = below.coverage() * above.coverage();
        return new Interval(above.low() / below.high(), above.high() / below.low(), coverage);
    }

    /** What it comes to in a word. */
    public GrowthWord word() {
        if (interval.high() <= CONSTANT) {
            return GrowthWord.CONSTANT;
        }
        if (interval.low() > LINEAR) {
            return GrowthWord.WORSE;
        }
        if (interval.low() <= CONSTANT || interval.high() > LINEAR) {
            return GrowthWord.CANNOT_TELL;
        }
        return interval.high() < SUBLINEAR ? GrowthWord.SUBLINEAR : GrowthWord.LINEAR;
    }
}
