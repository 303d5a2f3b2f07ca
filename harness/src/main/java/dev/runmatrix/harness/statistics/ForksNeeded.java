// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * How many forks a precision takes: n ≥ 8·(s/h)² forks each for an interval of half width h, where (1.96 · √2)² ≈ 8 and s is
 * the spread of the logarithms. It is a guess from few forks, good to about a third.
 */
public final class ForksNeeded {

    private static final double PER_PRECISION = 8;

    private ForksNeeded() {}

    /**
     * Forks of each of two samples.
     *
     * @param spread robust spread of the logarithms, 0 or more
     * @param halfWidth wanted half width of the interval of the logarithm of the ratio, above 0
     * @return at least {@link Verdict#LEAST_FORKS}
     */
    public static int forHalfWidth(double spread, double halfWidth) {
        if (!(spread >= 0 && halfWidth > 0)) {
            throw new IllegalArgumentException("spread " + spread + ", half width " + halfWidth);
        }
        double ratio = spread / halfWidth;
        return (int) Math.max(Verdict.LEAST_FORKS, Math.ceil(PER_PRECISION * ratio * ratio));
    }

    /** Forks of each sample with which a tolerance can be judged: half of it is the half width. */
    public static int forTolerance(double spread, double tolerance) {
        return forHalfWidth(spread, tolerance / 2);
    }
}
