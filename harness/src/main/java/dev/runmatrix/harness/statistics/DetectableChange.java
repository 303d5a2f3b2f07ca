// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The smallest change that samples of this size and spread would have shown: found in 4 of 5 such comparisons at 95 %
 * confidence.
 *
 * <p>With s the robust spread of the logarithms, it is exp(k·s) − 1, where k = 1.02 · (t₀.₉₇₅ + t₀.₈₀) · √(1/n + 1/m) with
 * n + m − 2 degrees of freedom: the sample size formula of Student's test, and 2 % more because ranks use a little less of
 * normal data than means do (the asymptotic relative efficiency of the Mann–Whitney test is 3/π; √(π/3) = 1.02).
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177728261">Hodges and Lehmann 1956, on that efficiency</a>
 */
public final class DetectableChange {

    private static final double RANKS = 1.02;
    private static final double CONFIDENCE_QUANTILE = 0.975;
    private static final double POWER = 0.80;

    private DetectableChange() {}

    /**
     * How many times the spread a change must be.
     *
     * @param n size of one sample, at least 2
     * @param m size of the other, at least 2
     */
    public static double factor(int n, int m) {
        TDistribution student = new TDistribution(n + m - 2.0);
        double quantiles =
                student.inverseCumulativeProbability(CONFIDENCE_QUANTILE) + student.inverseCumulativeProbability(POWER);
        return RANKS * quantiles * Math.sqrt(1.0 / n + 1.0 / m);
    }

    /**
     * The smallest change that a comparison of two cells would have shown.
     *
     * @param n size of one sample, at least 2
     * @param m size of the other, at least 2
     * @param spread robust spread of the logarithms of either, 0 or more
     * @return as a share: 0.06 is 6 %
     */
    public static double of(int n, int m, double spread) {
        return Math.expm1(factor(n, m) * spread);
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
        return Ratio.of(again, once, 0.95)
                .interval()
                .map(i -> Math.max(of(once.length, again.length, spread), Math.max(i.high(), 1 / i.low()) - 1));
    }

    private static DoubleStream centred(double[] values) {
        double centre = Median.of(values);
        return Arrays.stream(values).map(v -> v / centre);
    }
}
