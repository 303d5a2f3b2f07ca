// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** The outline of a shape, in the order it is drawn; straight and repeated steps are written in their short form. */
final class Path {
    private final StringBuilder data = new StringBuilder();
    private String lastX = "";
    private String lastY = "";

    Path move(double x, double y) {
        lastX = Svg.number(x);
        lastY = Svg.number(y);
        data.append('M').append(lastX).append(' ').append(lastY);
        return this;
    }

    Path line(double x, double y) {
        String nextX = Svg.number(x);
        String nextY = Svg.number(y);
        if (nextX.equals(lastX) || nextY.equals(lastY)) {
            return across(x).down(y);
        }
        data.append('L').append(nextX).append(' ').append(nextY);
        lastX = nextX;
        lastY = nextY;
        return this;
    }

    Path across(double x) {
        String next = Svg.number(x);
        if (!next.equals(lastX)) {
            data.append('H').append(next);
            lastX = next;
        }
        return this;
    }

    Path down(double y) {
        String next = Svg.number(y);
        if (!next.equals(lastY)) {
            data.append('V').append(next);
            lastY = next;
        }
        return this;
    }

    Path close() {
        data.append('Z');
        return this;
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    /** Starts the outline, or goes on with a line. */
    Path to(double x, double y) {
        return isEmpty() ? move(x, y) : line(x, y);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
