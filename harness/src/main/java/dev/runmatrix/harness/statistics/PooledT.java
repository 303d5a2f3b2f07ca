// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** Student's test of two samples that share one variance. */
final class PooledT {

    private PooledT() {}

    /** Two-sided p; 0 where no value differs from the mean of its sample, but the means differ. */
    static double of(double[] one, double[] other) {
        Sample a = Sample.of(one);
        Sample b = Sample.of(other);
        double difference = b.mean() - a.mean();
        if (difference == 0) {
            return 1;
        }
        double freedom = a.n() + b.n() - 2.0;
        double variance = (a.squares() + b.squares()) / freedom;
        double error = Math.sqrt(variance * (1.0 / a.n() + 1.0 / b.n()));
        return Student.twoSided(difference / error, freedom);
    }
}
