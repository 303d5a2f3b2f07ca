// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.Optional;

/** One cell from run to run, against its first level, on a scale on which equal ratios take equal room. */
public final class HistoryChart {
    private HistoryChart() {}

    /**
     * One run.
     *
     * @param run number of the run, from 0
     * @param ratio median ÷ the first level, above 0
     * @param interval the interval of the median ÷ the first level
     * @param compared whether it has enough forks; others are hollow
     * @param tip the same numbers in words
     */
    public record Point(int run, double ratio, Optional<Range> interval, boolean compared, String tip) {
        public Point {
            Amounts.checkedPositive("ratio of run " + run, ratio);
        }
    }

    /**
     * A level that lasted.
     *
     * @param from number of its first run
     * @param to number of its last run
     * @param ratio level ÷ the first level, above 0
     */
    public record Level(int from, int to, double ratio) {
        public Level {
            Amounts.checkedPositive("level", ratio);
        }
    }

    /**
     * A lasting change.
     *
     * @param run number of the first run of the new level
     * @param text how much, {@code +5.2 %}
     * @param worse whether it takes more than before
     */
    public record Change(int run, String text, boolean worse) {}

    /**
     * One panel.
     *
     * @param cell id of the cell
     * @param label what the drawing says, for those who cannot see it
     * @param family colour and shape
     * @param runs how many runs the axis has, 1 or more
     * @param reach the ratio at the upper end of the scale, more than 1; its reciprocal is the lower end
     * @param base what the first level is, {@code 0 % = 2.01 s}
     * @param first date of the first run
     * @param last date of the last run
     * @param points the runs with a value
     * @param levels the levels between changes
     * @param changes the changes
     */
    public record Panel(
            String cell,
            String label,
            Family family,
            int runs,
            double reach,
            String base,
            String first,
            String last,
            List<Point> points,
            List<Level> levels,
            List<Change> changes) {
        public Panel {
            if (runs < 1 || !(reach > 1)) {
                throw new IllegalArgumentException(runs + " runs on a scale to " + reach + " cannot be drawn");
            }
            points = List.copyOf(points);
            levels = List.copyOf(levels);
            changes = List.copyOf(changes);
        }
    }

    public static Drawing draw(Panel panel) {
        return new HistoryPlot(panel).drawing();
    }
}
