// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** Refuses numbers that cannot be drawn, where they enter. */
final class Amounts {
    /** Beyond this, sums and margins of coordinates would lose their meaning. */
    private static final double LARGEST = 1e15;

    private Amounts() {}

    static double checked(String name, double value) {
        if (!(value >= 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + ": " + value + " cannot be drawn, use 0 to 1e15");
        }
        return value;
    }

    static double checkedPositive(String name, double value) {
        if (checked(name, value) == 0) {
            throw new IllegalArgumentException(name + ": 0 cannot be drawn, use more than 0");
        }
        return value;
    }
}
