// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** A ratio with its interval for a table row, on a log scale around 1 that all rows share; the tolerated band is shaded. */
public final class RatioMark {
    private static final double LEAST = 0.86;
    private static final double MOST = 1 / LEAST;
    private static final double WIDTH = 112;
    private static final double MIDDLE = 10;
    private static final double ARROW_ROOM = 7;
    private static final LogScale X = new LogScale(LEAST, MOST, ARROW_ROOM, WIDTH - ARROW_ROOM);

    private RatioMark() {}

    /**
     * What one row shows.
     *
     * @param cell id of the cell
     * @param tip the same numbers in words
     * @param ratio above 0
     * @param range its interval, around the ratio
     * @param tolerance share that is tolerated in either direction
     */
    public record Mark(String cell, String tip, double ratio, Range range, double tolerance) {
        public Mark {
            Amounts.checkedPositive("ratio of " + cell, ratio);
            Amounts.checkedPositive("least ratio of " + cell, range.low());
            Amounts.checked("tolerance of " + cell, tolerance);
        }
    }

    /** The ends of the scale in words. */
    public static String scale() {
        return "×0.86 to ×1.16";
    }

    public static Drawing draw(Mark mark) {
        Svg svg = new Svg();
        content(svg, mark);
        return svg.inRow(WIDTH, 2 * MIDDLE, mark.tip());
    }

    private static void content(Svg svg, Mark mark) {
        double most = 1 + mark.tolerance();
        svg.rect(new Box(X.at(1 / most), 2, X.at(most), 18), "c-track");
        svg.line(X.at(1), 1, X.at(1), 19, "c-axis");
        Symbols.whisker(svg, X.at(mark.range().low()), X.at(mark.range().high()), MIDDLE, 3.5);
        if (mark.range().high() > MOST) {
            Symbols.arrow(svg, WIDTH - 0.5, MIDDLE, 3.4, "c-clip");
        }
        if (mark.range().low() < LEAST) {
            Symbols.arrowLeft(svg, 0.5, MIDDLE, 3.4, "c-clip");
        }
        if (mark.ratio() >= LEAST && mark.ratio() <= MOST) {
            Symbols.point(svg, Family.OTHER, true, X.at(mark.ratio()), MIDDLE, 3.4);
        }
    }
}
