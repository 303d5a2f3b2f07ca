// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;

/**
 * Puts an interval around what models say, from what they say of resampled forks, and widens it by what resampling cannot
 * know: a later sitting is another one, and no model is the program.
 */
final class ProjectedBand {

    static final double COVERAGE = 0.90;

    /** Spread between sittings, and of a program around its model, that no number of forks shows. */
    private static final SittingSpread BEYOND_FORKS = new SittingSpread(0.03, 0);

    private ProjectedBand() {}

    /**
     * The band between two models.
     *
     * @param value what is thought most likely
     * @param low what the lower model says of each resample
     * @param high what the upper one says of them
     * @param miss by how much the models miss what was measured: greatest |ln|
     */
    static Projected of(double value, double[] low, double[] high, double miss) {
        double least = Math.min(value, quantile(low, (1 - COVERAGE) / 2));
        double most = Math.max(value, quantile(high, (1 + COVERAGE) / 2));
        SittingSpread beyond = BEYOND_FORKS.covering(Math.exp(miss));
        return new Projected(value, beyond.widen(value, new Interval(least, most, COVERAGE)));
    }

    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
