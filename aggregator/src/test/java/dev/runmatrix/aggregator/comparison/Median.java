// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.util.Arrays;

/**
 * The middle of some values, with their range.
 *
 * @param value mean of the two middle ones if their number is even
 * @param least smallest
 * @param greatest largest
 */
record Median(double value, double least, double greatest) {

    /** Of at least one value. */
    static Median of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return new Median((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[0], sorted[n - 1]);
    }
}
