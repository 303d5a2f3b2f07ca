// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** The shapes that stand for cells: state is told by shape and filling, never by colour alone. */
final class Symbols {
    private Symbols() {}

    static void point(Svg svg, Family family, boolean filled, double x, double y, double radius) {
        shape(svg, family, x, y, radius, "c-pt " + family.cssClass() + (filled ? "" : " c-hollow"));
    }

    /** One of several that may lie on each other; the rim keeps them apart. */
    static void dot(Svg svg, Family family, double x, double y, double radius) {
        shape(svg, family, x, y, radius, "c-dot " + family.cssClass());
    }

    private static void shape(Svg svg, Family family, double x, double y, double radius, String cssClass) {
        switch (family) {
            case STREAMING -> svg.circle(x, y, radius, cssClass);
            case IN_MEMORY -> svg.rect(Box.around(x, y, radius * 0.92), cssClass);
            case OTHER -> svg.path(diamond(x, y, radius * 1.2), cssClass);
        }
    }

    static void cross(Svg svg, double x, double y, double radius, String cssClass) {
        Path path = new Path()
                .move(x - radius, y - radius)
                .line(x + radius, y + radius)
                .move(x - radius, y + radius)
                .line(x + radius, y - radius);
        svg.path(path, cssClass);
    }

    /** A triangle whose tip, pointing right, stands at the coordinate. */
    static void arrow(Svg svg, double x, double y, double radius, String cssClass) {
        Path path = new Path()
                .move(x - 1.6 * radius, y - radius)
                .line(x, y)
                .line(x - 1.6 * radius, y + radius)
                .close();
        svg.path(path, cssClass);
    }

    /** A triangle whose tip, pointing left, stands at the coordinate. */
    static void arrowLeft(Svg svg, double x, double y, double radius, String cssClass) {
        Path path = new Path()
                .move(x + 1.6 * radius, y - radius)
                .line(x, y)
                .line(x + 1.6 * radius, y + radius)
                .close();
        svg.path(path, cssClass);
    }

    /** A range with caps. */
    static void whisker(Svg svg, double from, double to, double y, double cap) {
        svg.path(whisker(from, to, y, cap), "c-whisker");
    }

    private static Path whisker(double from, double to, double y, double cap) {
        return new Path()
                .move(from, y)
                .across(to)
                .move(from, y - cap)
                .down(y + cap)
                .move(to, y - cap)
                .down(y + cap);
    }

    static Path diamond(double x, double y, double radius) {
        return new Path()
                .move(x - radius, y)
                .line(x, y - radius)
                .line(x + radius, y)
                .line(x, y + radius)
                .close();
    }
}
