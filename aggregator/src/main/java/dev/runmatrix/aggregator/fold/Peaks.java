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

    /** Raises {@code count} maxima from {@code first} on, each to its own value. */
    static void raiseRun(double[] peaks, int first, double[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            // Once the maximum is there, most values end here.
            if (!(value <= peaks[first + i]) && !Double.isNaN(value)) {
                peaks[first + i] = value;
            }
        }
    }

    /** Raises for each value the maximum at its place; negative places have none. */
    static void raiseEach(double[] peaks, int[] places, double[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            int place = places[i];
            if (place >= 0) {
                double value = values[from + i];
                if (!(value <= peaks[place]) && !Double.isNaN(value)) {
                    peaks[place] = value;
                }
            }
        }
    }

    /** Raises one maximum to {@code count} values. */
    static void raiseOne(double[] peaks, int at, double[] values, int from, int count) {
        double peak = peaks[at];
        for (int i = from; i < from + count; i++) {
            double value = values[i];
            if (!(value <= peak) && !Double.isNaN(value)) {
                peak = value;
            }
        }
        peaks[at] = peak;
    }

    /** The greater of two maxima, or the one that is there. */
    static double greater(double a, double b) {
        return a >= b || Double.isNaN(b) ? a : b;
    }
}
