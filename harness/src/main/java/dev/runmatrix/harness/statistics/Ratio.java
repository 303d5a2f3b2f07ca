// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many times as large one sample of positive values is as another: the Hodges–Lehmann estimate on logarithms, which is
 * the median of all pairwise ratios, with the interval that inverts the exact Mann–Whitney test.
 *
 * @param estimate the median ratio
 * @param interval its interval; absent where the samples are too small for the confidence asked for (3 + 3 at 95 %)
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann 1963</a>
 */
public record Ratio(double estimate, Optional<Interval> interval) {

    /**
     * Compares two samples.
     *
     * @param candidate positive values, at least one
     * @param base positive values of the same unit, at least one
     * @param confidence such as 0.95
     */
    public static Ratio of(double[] candidate, double[] base, double confidence) {
        double[] differences = differences(logarithms(candidate), logarithms(base));
        MannWhitney law = MannWhitney.of(candidate.length, base.length);
        int k = law.depth((1 - confidence) / 2);
        Optional<Interval> interval = k == 0
                ? Optional.empty()
                : Optional.of(new Interval(
                        Math.exp(differences[k - 1]),
                        Math.exp(differences[differences.length - k]),
                        Math.max(0, 1 - 2 * law.atMost(k - 1))));
        return new Ratio(Math.exp(Median.of(differences)), interval);
    }

    /** The same comparison read the other way round. */
    public Ratio reciprocal() {
        return new Ratio(1 / estimate, interval.map(Interval::reciprocal));
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Ratio::positiveLogarithm).toArray();
    }

    private static double positiveLogarithm(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("a ratio needs positive values, not " + value);
        }
        return Math.log(value);
    }

    private static double[] differences(double[] candidate, double[] base) {
        double[] all = new double[candidate.length * base.length];
        int i = 0;
        for (double c : candidate) {
            for (double b : base) {
                all[i++] = c - b;
            }
        }
        Arrays.sort(all);
        return all;
    }
}
