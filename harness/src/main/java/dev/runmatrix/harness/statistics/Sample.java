// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;

/**
 * A few values in short.
 *
 * @param n how many, at least 1
 * @param mean their mean
 * @param squares sum of the squared distances from the mean
 */
record Sample(int n, double mean, double squares) {

    static Sample of(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return new Sample(
                values.length,
                mean,
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
    }

    static Sample ofLogarithms(double... values) {
        return of(Arrays.stream(values).map(Math::log).toArray());
    }

    /** Standard deviation, with n − 1; for two values and more. */
    double deviation() {
        return Math.sqrt(squares / (n - 1));
    }
}
