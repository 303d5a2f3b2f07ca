// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** A rectangle in drawing units; y grows downwards. */
record Box(double left, double top, double right, double bottom) {
    static Box around(double x, double y, double radius) {
        return new Box(x - radius, y - radius, x + radius, y + radius);
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean contains(Box other) {
        return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }
}
