// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The smallest change that two samples of forks would have shown in 4 of 5 comparisons.
 *
 * <p>With s the spread of the logarithms it is exp(k·s) − 1, k = 1.02 · (t₁₋ₐ + t₀.₈₀) · √(1/n + 1/m), n + m − 2 degrees of
 * freedom: the sample size formula of Student's test, where a is the level that the rank test really has (0.0206 instead of
 * 0.025 for 6 + 6 forks, which counts in small samples), and 1.02 = √(π/3) because ranks use 3/π of what means use of normal
 * values. For 5, 6, 10, 20 forks each at 0.025: k = 2.3, 1.9, 1.4, 0.93.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177728261">Hodges and Lehmann 1956, on that efficiency</a>
 */
public final class SmallestChange {

    private static final double RANKS = Math.sqrt(Math.PI / 3);
    private static final double POWER = 0.80;

    /** One-sided: an interval of 95 % leaves 1. */
    private static final double LEVEL = 0.025;

    private static final double NORMAL_POWER_QUANTILE = 0.84;

    private SmallestChange() {}

    /**
     * The change whose one-sided p is within the level in 4 of 5 comparisons.
     *
     * @param law the law of U for the sizes of the samples, large enough to have a p within the level
     * @param spread robust spread of the logarithms, 0 or more
     * @param level 0.025 where a 95 % interval is to leave 1
     * @return as a share: 0.06 is 6 %
     */
    public static double significant(MannWhitney law, double spread, double level) {
        return significant(factor(law, level), spread);
    }

    /**
     * The change whose 95 % interval leaves 1 in 4 of 5 comparisons of two cells.
     *
     * @param n forks of one, at least 4
     * @param m forks of the other, at least 4
     * @param spread robust spread of the logarithms of either, 0 or more
     * @return as a share
     */
    public static double between(int n, int m, double spread) {
        return significant(MannWhitney.of(n, m), spread, LEVEL);
    }

    /**
     * The smallest change that can be told from none, as seen on one thing measured twice: what the spread of the two
     * samples lets find, but not less than what the interval of their ratio admits although nothing differs.
     *
     * @param once positive values
     * @param again positive values of the same thing
     * @return as a share; empty where the samples are too small for an interval
     */
    public static Optional<Double> ofSame(double[] once, double[] again) {
        double spread = Median.relativeSpread(
                DoubleStream.concat(centred(once), centred(again)).toArray());
        return Ratio.of(again, once, 1 - 2 * LEVEL)
                .interval()
                .map(i -> Math.max(between(once.length, again.length, spread), Math.max(i.high(), 1 / i.low()) - 1));
    }

    private static DoubleStream centred(double[] values) {
        double centre = Median.of(values);
        return Arrays.stream(values).map(v -> v / centre);
    }

    private static double significant(double factor, double spread) {
        return Math.expm1(factor * spread);
    }

    /**
     * The change that is called {@link Verdict#SLOWER} in 4 of 5 comparisons: the ratio must also reach 1 + tolerance, so it is
     * at least (1 + tolerance) · exp(0.84 · s · √(1/n + 1/m)) − 1. A true change of just the tolerance is found half of the
     * time.
     *
     * @param tolerance the tolerated change, 0.05 for 5 %
     */
    public static double judged(MannWhitney law, double spread, double level, double tolerance) {
        return judgedByFactor(law, factor(law, level), spread, tolerance);
    }

    static double judgedByFactor(MannWhitney law, double factor, double spread, double tolerance) {
        double reached = Math.log1p(tolerance) + NORMAL_POWER_QUANTILE * spread * standardError(law);
        return Math.max(significant(factor, spread), Math.expm1(reached));
    }

    /** How many times the spread a change must be. */
    static double factor(MannWhitney law, double level) {
        int k = law.depth(level);
        if (k == 0) {
            throw new IllegalArgumentException(
                    law.n() + " and " + law.m() + " forks never show anything at a level of " + level);
        }
        double freedom = law.n() + law.m() - 2.0;
        double quantiles = Student.quantile(1 - law.atMost(k - 1), freedom) + Student.quantile(POWER, freedom);
        return RANKS * quantiles * standardError(law);
    }

    private static double standardError(MannWhitney law) {
        return Math.sqrt(1.0 / law.n() + 1.0 / law.m());
    }
}
