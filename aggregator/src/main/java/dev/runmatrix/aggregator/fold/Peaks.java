// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/** Maxima that begin as NaN, which means that there was no value yet. */
final class Peaks {

    private Peaks() {}

    /** Raises a maximum to a value; NaN raises nothing. */
    static void raise(double[] peaks, int at, double value) {
        if (!(value <= peaks[at]) && !Double.isNaN(value)) {
            peaks[at] = value;
        }
    }

    /** The greater of two maxima, or the one that is there. */
    static double greater(double a, double b) {
        return a >= b || Double.isNaN(b) ? a : b;
    }
}
