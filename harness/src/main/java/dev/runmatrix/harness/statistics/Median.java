// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The middle of few values, with distribution-free intervals.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Median#Sampling_distribution">Median</a>
 */
public final class Median {

    /** Makes the median absolute deviation of normal values an estimate of their standard deviation. */
    private static final double NORMAL_CONSISTENCY = 1.4826;

    private Median() {}

    /** The middle value, the mean of the two middle ones for an even number of values. */
    public static double of(double... values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** Index, from 0, of the middle one of {@code n} sorted values; of the lower of the two middle ones for an even n. */
    public static int lowerIndex(int n) {
        requireValues(n);
        return (n - 1) / 2;
    }

    /** Median distance from the median, unscaled; 0 when more than half of the values agree. */
    public static double absoluteDeviation(double... values) {
        double centre = of(values);
        return of(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
    }

    /** Robust relative spread of positive values: the scaled median absolute deviation of their logarithms. */
    public static double relativeSpread(double... values) {
        return NORMAL_CONSISTENCY
                * absoluteDeviation(Arrays.stream(values).map(Math::log).toArray());
    }

    /** Least to greatest, as an interval for the median: it misses when all values lie on one side, 2 · ½ⁿ. */
    public static Interval range(double... values) {
        double[] sorted = sorted(values);
        return orderInterval(sorted, 1);
    }

    /**
     * The narrowest symmetric pair of order statistics that covers the median with at least the confidence.
     *
     * @param confidence such as 0.95
     * @return empty where even the range covers less: below 6 values for 95 %
     */
    public static Optional<Interval> interval(double confidence, double... values) {
        double[] sorted = sorted(values);
        int k = depth(sorted.length, (1 - confidence) / 2);
        return k == 0 ? Optional.empty() : Optional.of(orderInterval(sorted, k));
    }

    /** The least values that have such an interval: 6 for 95 %. */
    public static int leastForks(double confidence) {
        int n = 1;
        while (depth(n, (1 - confidence) / 2) == 0) {
            n++;
        }
        return n;
    }

    private static Interval orderInterval(double[] sorted, int k) {
        int n = sorted.length;
        double coverage = Math.max(0, 1 - 2 * tail(n, k - 1));
        return new Interval(sorted[k - 1], sorted[n - k], coverage);
    }

    /** How many of the tail sums P(Bin(n, ½) ≤ i), i = 0, 1, …, stay within the limit. */
    private static int depth(int n, double limit) {
        int k = 0;
        while (k < (n + 1) / 2 && tail(n, k) <= limit) {
            k++;
        }
        return k;
    }

    /** P(Bin(n, ½) ≤ i). */
    private static double tail(int n, int i) {
        double term = Math.pow(0.5, n);
        double sum = term;
        for (int j = 1; j <= i; j++) {
            term = term * (n - j + 1) / j;
            sum += term;
        }
        return sum;
    }

    private static double[] sorted(double[] values) {
        requireValues(values.length);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void requireValues(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("no values");
        }
    }
}
