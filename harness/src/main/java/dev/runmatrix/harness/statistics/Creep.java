// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;

/**
 * The last nights against a pinned release. Steps of 1 % are never a change from one night to the next, and add up.
 *
 * @param suspicion whether the nights left the release's level
 * @param ratio median of the last nights ÷ median of the release's
 * @param interval its 95 % interval: exp(ln ratio ± 1.96 · σ · √(v(nights) + v(pinned))), v(n) = π/2n for the median of three
 *     or more nights, 1/n for fewer
 * @param nights how many nights the level of today was taken from, 1 to {@value #NIGHTS}
 */
public record Creep(Suspicion suspicion, double ratio, Interval interval, int nights) {

    /** Nights that make up today's level: enough to be rid of one bad one. */
    public static final int NIGHTS = 7;

    private static final double NORMAL_QUANTILE = 1.96;
    private static final double COVERAGE = 0.95;

    /**
     * Compares the end of a history with a release.
     *
     * @param history positive medians of the nights, the oldest first, at least one
     * @param pinned positive medians of the release's nights, at least one
     * @param drift how much sittings differ by themselves
     * @param tolerance the tolerated change, 0.05 for 5 %
     */
    public static Creep of(double[] history, double[] pinned, SittingSpread drift, double tolerance) {
        double[] recent = Arrays.copyOfRange(history, Math.max(0, history.length - NIGHTS), history.length);
        double ratio = Median.of(recent) / Median.of(pinned);
        double half = NORMAL_QUANTILE * drift.sigma() * Math.sqrt(variance(recent.length) + variance(pinned.length));
        Interval interval = new Interval(ratio * Math.exp(-half), ratio * Math.exp(half), COVERAGE);
        return new Creep(suspicion(ratio, interval, 1 + tolerance), ratio, interval, recent.length);
    }

    private static double variance(int nights) {
        return nights < 3 ? 1.0 / nights : Math.PI / 2 / nights;
    }

    private static Suspicion suspicion(double ratio, Interval interval, double most) {
        if (interval.low() > 1 && ratio >= most) {
            return Suspicion.SLOWER;
        }
        return interval.high() < 1 && ratio <= 1 / most ? Suspicion.FASTER : Suspicion.NONE;
    }
}
