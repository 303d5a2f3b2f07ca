// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** Maps a stretch of positive values onto a stretch of the drawing so that equal ratios take equal room. */
record LogScale(double domainStart, double domainEnd, double from, double to) {
    LogScale {
        if (!(domainStart > 0 && domainEnd > domainStart)) {
            throw new IllegalArgumentException(
                    "log axis: " + domainStart + " to " + domainEnd + " is not a range above 0");
        }
    }

    /** A scale that holds both values with some air; a single value stands in the middle. */
    static LogScale around(double smallest, double largest, double from, double to) {
        double air = largest > smallest ? Math.pow(largest / smallest, 0.16) : 2;
        return new LogScale(smallest / air, largest * air, from, to);
    }

    double at(double value) {
        double share = Math.log(value / domainStart) / Math.log(domainEnd / domainStart);
        return from + Math.max(0, Math.min(1, share)) * (to - from);
    }
}
