// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Optional;

/**
 * All that a comparison of two samples of forks rests on.
 *
 * @param tolerance the tolerated change, 0.05 for 5 %
 * @param level one-sided p up to which a difference counts as certain
 * @param candidateForks forks of the one, at least 1
 * @param baseForks forks of the other, at least 1
 * @param ratio candidate ÷ base: Hodges–Lehmann estimate with its 95 % interval
 * @param equivalence its 90 % interval; absent where the samples are too small
 * @param pSlower exact one-sided probability of such data if the candidate takes no more
 * @param pFaster the same if it takes no less
 * @param sensitivity what such samples can show
 * @param candidateShape outliers and modes of the one
 * @param baseShape outliers and modes of the other
 */
public record Evidence(
        double tolerance,
        double level,
        int candidateForks,
        int baseForks,
        Ratio ratio,
        Optional<Interval> equivalence,
        double pSlower,
        double pFaster,
        Sensitivity sensitivity,
        Shape candidateShape,
        Shape baseShape) {

    private static final double CONFIDENCE = 0.95;
    private static final double EQUIVALENCE_CONFIDENCE = 0.90;

    static Evidence of(double[] candidate, double[] base, double tolerance, Sizes sizes) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("a tolerated change of " + tolerance);
        }
        PairwiseRatios pairs = PairwiseRatios.of(candidate, base, sizes.law());
        return new Evidence(
                tolerance,
                sizes.level(),
                candidate.length,
                base.length,
                pairs.ratio(CONFIDENCE),
                pairs.interval(EQUIVALENCE_CONFIDENCE),
                pairs.pGreater(),
                pairs.pSmaller(),
                Sensitivity.of(candidate, base, tolerance, sizes),
                Shape.of(candidate),
                Shape.of(base));
    }

    /** Candidate ÷ base. */
    public double estimate() {
        return ratio.estimate();
    }

    /** The smaller of the two samples. */
    public int forks() {
        return Math.min(candidateForks, baseForks);
    }
}
