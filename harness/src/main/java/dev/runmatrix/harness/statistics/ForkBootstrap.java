// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.List;
import java.util.Random;

/** Medians of forks drawn again, with replacement, within each level: the same for the same forks. */
final class ForkBootstrap {

    static final int RESAMPLES = 1000;
    private static final long SEED = 20_261_122;

    private ForkBootstrap() {}

    /** One row of medians for each resample, in the order of the levels. */
    static double[][] medians(List<Level> levels) {
        Random random = new Random(SEED);
        double[][] forks = levels.stream().map(Level::values).toArray(double[][]::new);
        double[][] medians = new double[RESAMPLES][levels.size()];
        for (double[] row : medians) {
            for (int level = 0; level < row.length; level++) {
                row[level] = Median.of(drawn(forks[level], random));
            }
        }
        return medians;
    }

    private static double[] drawn(double[] forks, Random random) {
        double[] drawn = new double[forks.length];
        for (int fork = 0; fork < drawn.length; fork++) {
            drawn[fork] = forks[random.nextInt(forks.length)];
        }
        return drawn;
    }
}
