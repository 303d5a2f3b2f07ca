// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.List;

/**
 * How much the median of an unchanged cell moves from one sitting to the next. More forks do not help against it, so a
 * comparison with a stored baseline is widened by it.
 *
 * @param sigma standard deviation of the logarithm of such medians, 0 or more
 * @param sittings sittings it was estimated from; 0 for an assumed value
 */
public record SittingSpread(double sigma, int sittings) {

    /** What is assumed of a machine of which nothing is known. */
    public static final SittingSpread ASSUMED = new SittingSpread(0.05, 0);

    /** The least sittings to estimate from. */
    public static final int LEAST_SITTINGS = 8;

    private static final double NORMAL_QUANTILE = 1.96;

    public SittingSpread {
        if (!(sigma >= 0) || sittings < 0) {
            throw new IllegalArgumentException("a spread of " + sigma + " from " + sittings + " sittings");
        }
    }

    /**
     * The spread that an unchanged cell showed.
     *
     * @param medians one positive median for each comparable sitting
     * @return {@link #ASSUMED} below {@link #LEAST_SITTINGS}
     */
    public static SittingSpread of(double... medians) {
        return medians.length < LEAST_SITTINGS
                ? ASSUMED
                : new SittingSpread(Sample.ofLogarithms(medians).deviation(), medians.length);
    }

    /**
     * The spread that several unchanged builds showed together: the distances of each build's medians from their mean, which
     * may differ from build to build.
     *
     * @param builds for each build one positive median for each of its comparable sittings
     * @return {@link #ASSUMED} where they tell less than {@link #LEAST_SITTINGS} sittings of one build would; else the
     *     sittings are those of one build that would tell as much
     */
    public static SittingSpread ofBuilds(List<double[]> builds) {
        List<Sample> samples = builds.stream()
                .filter(medians -> medians.length > 1)
                .map(Sample::ofLogarithms)
                .toList();
        int freedom = samples.stream().mapToInt(sample -> sample.n() - 1).sum();
        double squares = samples.stream().mapToDouble(Sample::squares).sum();
        return freedom + 1 < LEAST_SITTINGS ? ASSUMED : new SittingSpread(Math.sqrt(squares / freedom), freedom + 1);
    }

    /**
     * The spread once equal builds with equal settings have differed by this ratio: all of that is noise, so a difference is
     * not shown until it exceeds it.
     */
    public SittingSpread covering(double ratioOfEqualBuilds) {
        double least = Math.abs(Math.log(ratioOfEqualBuilds)) / (NORMAL_QUANTILE * Math.sqrt(2));
        return least <= sigma ? this : new SittingSpread(least, sittings);
    }

    /** Half width e = 1.96 · √2 · σ, in logarithms, that the difference of two sittings adds. */
    public double halfWidth() {
        return NORMAL_QUANTILE * Math.sqrt(2) * sigma;
    }

    /** No smaller change than this share can be shown against a stored baseline, however many forks there are. */
    public double smallestChange() {
        return Math.expm1(halfWidth());
    }

    /**
     * The interval of a ratio of two sittings: with θ = ln ratio and e the {@link #halfWidth}, its ends are
     * θ ∓ √((θ − end)² + e²).
     */
    public Interval widen(double ratio, Interval interval) {
        double theta = Math.log(ratio);
        double low = theta - Math.hypot(theta - Math.log(interval.low()), halfWidth());
        double high = theta + Math.hypot(Math.log(interval.high()) - theta, halfWidth());
        return new Interval(Math.exp(low), Math.exp(high), interval.coverage());
    }
}
