// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Forks as a machine might produce them, from a seed. */
final class Noise {

    private final Random random;

    Noise(long seed) {
        this.random = new Random(seed);
    }

    /** Log-normal values around a centre. */
    double[] forks(int n, double centre, double variation) {
        double sigma = Math.sqrt(Math.log1p(variation * variation));
        return DoubleStream.generate(() -> centre * Math.exp(sigma * random.nextGaussian()))
                .limit(n)
                .toArray();
    }

    /** A factor around 1 that all forks of a sitting share. */
    double sitting(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }

    double[] shuffled(double[] values) {
        double[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }

    static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
