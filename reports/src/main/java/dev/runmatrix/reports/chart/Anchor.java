// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** Which end of a text stands at its coordinate. */
enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
        this.share = share;
    }

    /** The left edge of a text of this width. */
    double left(double x, double width) {
        return x - share * width;
    }
}
