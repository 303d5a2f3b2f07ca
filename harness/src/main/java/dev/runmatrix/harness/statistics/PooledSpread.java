// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.OptionalDouble;

/**
 * The one robust spread that stands for those of two samples when they are compared: √((s²/n + t²/m) / (1/n + 1/m)), so that
 * the standard error of the difference is as large with it as with the two.
 *
 * <p>The spread of one sample is 1.4826 · the median absolute deviation of its logarithms · n/(n − 0.8): the median was fitted to
 * the same few values, from which they therefore seem too near.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-26811-7_58">Croux and Rousseeuw 1992, for the 0.8</a>
 */
public final class PooledSpread {

    private static final double FITTED_MEDIAN = 0.8;
    private static final int LEAST_VALUES = 3;

    private PooledSpread() {}

    /**
     * The spread of the logarithms, about the coefficient of variation.
     *
     * @param one positive values
     * @param other positive values, perhaps on another level
     * @return empty below 3 values a sample; 0 where more than half of the values of each agree
     */
    public static OptionalDouble of(double[] one, double[] other) {
        if (Math.min(one.length, other.length) < LEAST_VALUES) {
            return OptionalDouble.empty();
        }
        double squaredError = squared(spread(one)) / one.length + squared(spread(other)) / other.length;
        return OptionalDouble.of(Math.sqrt(squaredError / (1.0 / one.length + 1.0 / other.length)));
    }

    private static double spread(double[] values) {
        int n = values.length;
        return Median.relativeSpread(values) * n / (n - FITTED_MEDIAN);
    }

    private static double squared(double value) {
        return value * value;
    }
}
