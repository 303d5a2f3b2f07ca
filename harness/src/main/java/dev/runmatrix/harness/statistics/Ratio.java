// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

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
        MannWhitney law = MannWhitney.of(candidate.length, base.length);
        return PairwiseRatios.of(candidate, base, law).ratio(confidence);
    }

    /** The same comparison read the other way round. */
    public Ratio reciprocal() {
        return new Ratio(1 / estimate, interval.map(Interval::reciprocal));
    }
}
