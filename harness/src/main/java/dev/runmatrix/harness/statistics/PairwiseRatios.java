// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.Optional;

/** All differences ln cⱼ − ln bᵢ of two samples in rising order: estimate, intervals and exact p all come from them. */
final class PairwiseRatios {

    private final double[] differences;
    private final MannWhitney law;

    private PairwiseRatios(double[] differences, MannWhitney law) {
        this.differences = differences;
        this.law = law;
    }

    static PairwiseRatios of(double[] candidate, double[] base, MannWhitney law) {
        return new PairwiseRatios(differences(logarithms(candidate), logarithms(base)), law);
    }

    Ratio ratio(double confidence) {
        return new Ratio(Math.exp(Median.of(differences)), interval(confidence));
    }

    Optional<Interval> interval(double confidence) {
        int k = law.depth((1 - confidence) / 2);
        return k == 0
                ? Optional.empty()
                : Optional.of(new Interval(
                        Math.exp(differences[k - 1]),
                        Math.exp(differences[differences.length - k]),
                        Math.max(0, 1 - 2 * law.atMost(k - 1))));
    }

    /** One-sided p of "the candidate is greater": P(U ≤ u), u = #{cⱼ < bᵢ} + ½ · #{cⱼ = bᵢ}, rounded up. */
    double pGreater() {
        return law.atMost(below() + halfOfTies());
    }

    /** One-sided p of "the candidate is smaller". */
    double pSmaller() {
        return law.atMost(differences.length - below() - ties() + halfOfTies());
    }

    private int below() {
        return (int) Arrays.stream(differences).takeWhile(d -> d < 0).count();
    }

    private int ties() {
        return (int) Arrays.stream(differences).filter(d -> d == 0).count();
    }

    private int halfOfTies() {
        return (ties() + 1) / 2;
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(PairwiseRatios::positiveLogarithm).toArray();
    }

    private static double positiveLogarithm(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
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
