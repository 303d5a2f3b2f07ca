// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** Maps 0 to {@code domainEnd} evenly onto a stretch of the drawing; values outside stay at its ends. */
record LinearScale(double domainEnd, double from, double to) {
    LinearScale {
        if (!(domainEnd > 0)) {
            throw new IllegalArgumentException("end of an axis: " + domainEnd + " is not above 0");
        }
    }

    double at(double value) {
        double share = Math.max(0, Math.min(1, value / domainEnd));
        return from + share * (to - from);
    }
}
