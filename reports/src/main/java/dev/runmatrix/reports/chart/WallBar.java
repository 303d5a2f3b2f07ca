// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** A bar for a table row, with the range of all forks as a whisker; all rows share one scale from 0. */
public final class WallBar {
    private static final double WIDTH = 92;
    private static final double HEIGHT = 20;

    private final LinearScale x;

    /** @param longest the greatest value of the column, ranges included; 0 when there is none */
    public WallBar(double longest) {
        this.x = new LinearScale(Amounts.checked("longest", longest) == 0 ? 1 : longest, 1, WIDTH - 2);
    }

    /**
     * What one row shows.
     *
     * @param cell id of the cell
     * @param tip the same numbers in words
     * @param family colour of the bar
     * @param value length of the bar, in the unit of the column
     * @param range least and greatest fork, same unit
     * @param trusted false draws an outline only: the value is not compared with others
     */
    public record Mark(String cell, String tip, Family family, double value, Range range, boolean trusted) {
        public Mark {
            Amounts.checked("wall time of " + cell, value);
        }
    }

    public Drawing draw(Mark mark) {
        Svg svg = new Svg();
        content(svg, mark);
        return svg.inRow(WIDTH, HEIGHT, mark.tip());
    }

    private void content(Svg svg, Mark mark) {
        String kind = "c-bar " + mark.family().cssClass() + (mark.trusted() ? "" : " c-hollow");
        double end = Math.max(x.at(mark.value()), x.at(0) + 1);
        svg.rect(new Box(x.at(0), 5, end, 15), kind);
        Symbols.whisker(svg, x.at(mark.range().low()), x.at(mark.range().high()), 10, 3.5);
    }
}
