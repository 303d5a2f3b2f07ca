// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** What two samples of forks show about a change. */
public enum Verdict {
    /** The 95 % interval lies above 1, p is within the judge's level, and the ratio reaches 1 + tolerance. */
    SLOWER,
    /** The mirror image: the candidate takes less. */
    FASTER,
    /** The 90 % interval lies within the tolerance on both sides: two one-sided tests at 5 %. */
    WITHIN,
    /** None of these: the noise allows several of them. */
    CANNOT_TELL,
    /** One of the samples is too small to judge. */
    TOO_FEW_FORKS;

    /** The least forks of both samples for a verdict. */
    public static final int LEAST_FORKS = 6;

    /**
     * Judges samples. Size and certainty both decide: a certain difference of 1 % is not worth a word, an uncertain one of 20 %
     * is not known.
     */
    static Verdict of(Evidence evidence) {
        if (evidence.forks() < LEAST_FORKS) {
            return TOO_FEW_FORKS;
        }
        double most = 1 + evidence.tolerance();
        Interval wide = evidence.ratio().interval().orElseThrow();
        if (wide.low() > 1 && evidence.pSlower() <= evidence.level() && evidence.estimate() >= most) {
            return SLOWER;
        }
        if (wide.high() < 1 && evidence.pFaster() <= evidence.level() && evidence.estimate() <= 1 / most) {
            return FASTER;
        }
        return evidence.equivalence().orElseThrow().isWithin(1 / most, most) ? WITHIN : CANNOT_TELL;
    }
}
