// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Ratios of wall times taken apart, on a log axis so that factors add: an upper half-bar from 1 to the ratio of CPU work, a
 * lower one from there by what parallelism does, and a tall tick at the ratio of wall times where it ends.
 */
public final class WaterfallChart {

    private WaterfallChart() {}

    /**
     * One comparison.
     *
     * @param cell id of the cell
     * @param tip the same numbers in words
     * @param title which cells, {@code C09 against C05}
     * @param note why they are compared
     * @param work ratio of CPU work, above 0
     * @param wall ratio of wall times, above 0
     * @param equation the factors in numbers
     */
    public record Row(String cell, String tip, String title, String note, double work, double wall, String equation) {
        public Row {
            Amounts.checkedPositive("work of " + cell, work);
            Amounts.checkedPositive("wall of " + cell, wall);
        }
    }

    /**
     * All comparisons.
     *
     * @param label what the drawing says, for those who cannot see it
     * @param axis title of the axis
     * @param rows from top to bottom
     */
    public record Input(String label, String axis, List<Row> rows) {
        public Input {
            rows = List.copyOf(rows);
        }

        private DoubleStream ratios() {
            return rows.stream().flatMapToDouble(row -> DoubleStream.of(row.work(), row.wall()));
        }

        /** An axis with 1 and all ratios on it. */
        LogScale scale(double from, double to) {
            double least = Math.min(1, ratios().min().orElse(1));
            double most = Math.max(1, ratios().max().orElse(1));
            double air = Math.max(1.02, Math.pow(most / least, 0.05));
            return new LogScale(least / air, most * air, from, to);
        }

        double widestNote(double fontSize) {
            return rows.stream()
                    .mapToDouble(row -> TextWidth.of(row.note(), fontSize))
                    .max()
                    .orElse(0);
        }

        double widestEquation(double fontSize) {
            return rows.stream()
                    .mapToDouble(row -> TextWidth.of(row.equation(), fontSize))
                    .max()
                    .orElse(0);
        }
    }

    public static Figure draw(Input input) {
        return new Figure(WaterfallPlot.wide(input), WaterfallPlot.narrow(input));
    }
}
