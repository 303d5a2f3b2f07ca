// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Random;
import java.util.stream.IntStream;

/** The noise that forks meet one after the other, as factors near 1. */
enum Sitting {
    QUIET {
        @Override
        double[] factors(Random random, int forks) {
            return spread(random, forks, 0.02);
        }
    },
    USUAL {
        @Override
        double[] factors(Random random, int forks) {
            return spread(random, forks, 0.05);
        }
    },
    LOUD {
        @Override
        double[] factors(Random random, int forks) {
            return spread(random, forks, 0.10);
        }
    },
    /** One fork in ten takes 20 to 50 % more. */
    OUTLIERS {
        @Override
        double[] factors(Random random, int forks) {
            double[] factors = spread(random, forks, 0.03);
            for (int i = 0; i < forks; i++) {
                factors[i] *= random.nextDouble() < 0.1 ? 1.2 + 0.3 * random.nextDouble() : 1;
            }
            return factors;
        }
    },
    /** Three forks in ten take 15 % more. */
    TWO_MODES {
        @Override
        double[] factors(Random random, int forks) {
            double[] factors = spread(random, forks, 0.03);
            for (int i = 0; i < forks; i++) {
                factors[i] *= random.nextDouble() < 0.3 ? 1.15 : 1;
            }
            return factors;
        }
    },
    /** Each fork inherits 60 % of what disturbed the one before it. */
    CORRELATED {
        @Override
        double[] factors(Random random, int forks) {
            double[] factors = new double[forks];
            double state = random.nextGaussian();
            for (int i = 0; i < forks; i++) {
                state = i == 0 ? state : 0.6 * state + 0.8 * random.nextGaussian();
                factors[i] = Math.exp(0.05 * state);
            }
            return factors;
        }
    },
    /** The machine becomes 10 % slower from the first fork to the last. */
    DRIFTING {
        @Override
        double[] factors(Random random, int forks) {
            double[] factors = spread(random, forks, 0.03);
            for (int i = 0; i < forks; i++) {
                factors[i] *= 1 + 0.1 * i / forks;
            }
            return factors;
        }
    },
    /** A neighbour takes 30 % during a fifth of the sitting. */
    BURST {
        @Override
        double[] factors(Random random, int forks) {
            double[] factors = spread(random, forks, 0.03);
            int start = random.nextInt(forks);
            for (int i = start; i < Math.min(forks, start + forks / 5); i++) {
                factors[i] *= 1.3;
            }
            return factors;
        }
    };

    abstract double[] factors(Random random, int forks);

    /** Log-normal factors with this coefficient of variation. */
    static double[] spread(Random random, int forks, double variation) {
        double sigma = Math.sqrt(Math.log1p(variation * variation));
        return IntStream.range(0, forks)
                .mapToDouble(i -> Math.exp(sigma * random.nextGaussian()))
                .toArray();
    }
}
