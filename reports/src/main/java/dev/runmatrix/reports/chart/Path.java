// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** The outline of a shape, in the order it is drawn. */
final class Path {
    private final StringBuilder data = new StringBuilder();

    Path move(double x, double y) {
        return point('M', x, y);
    }

    Path line(double x, double y) {
        return point('L', x, y);
    }

    Path across(double x) {
        data.append('H').append(Svg.number(x));
        return this;
    }

    Path down(double y) {
        data.append('V').append(Svg.number(y));
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

    private Path point(char command, double x, double y) {
        data.append(command).append(Svg.number(x)).append(' ').append(Svg.number(y));
        return this;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
