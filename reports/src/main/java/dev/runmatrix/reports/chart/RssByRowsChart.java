// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Peak memory against the number of input rows: does it grow with the data? */
public final class RssByRowsChart {
    private RssByRowsChart() {}

    /**
     * What happened to a cell at one input size when it gave no result.
     *
     * @param reached memory when it ended, in the unit of the vertical axis
     * @param text why, {@code out of memory}
     */
    public record Failure(double reached, String text) {
        public Failure {
            Amounts.checked("memory reached", reached);
        }
    }

    /**
     * One input size of one line.
     *
     * @param cell id of the cell
     * @param tip the same numbers in words
     * @param rows number of input rows, above 0
     * @param rowsText the same for the axis, {@code 7.4 M}
     * @param forks peak of every clean fork; empty when there is none
     * @param text the greatest of them as the table shows it
     * @param failure set when the cell failed at this size
     */
    public record Size(
            String cell,
            String tip,
            double rows,
            String rowsText,
            List<Double> forks,
            String text,
            Optional<Failure> failure) {
        public Size {
            Amounts.checkedPositive("rows of " + cell, rows);
            forks = List.copyOf(forks);
            forks.forEach(fork -> Amounts.checked("peak RSS of " + cell, fork));
        }

        boolean failed() {
            return forks.isEmpty();
        }

        double largest() {
            double measured =
                    forks.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            return forks.isEmpty() ? failure.map(Failure::reached).orElse(0.0) : measured;
        }

        private boolean isDrawn() {
            return !forks.isEmpty() || failure.isPresent();
        }
    }

    /**
     * The same configuration at growing sizes.
     *
     * @param name written at the line
     * @param family colour and shape
     * @param sizes in any order
     */
    public record Line(String name, Family family, List<Size> sizes) {
        public Line {
            sizes = sizes.stream()
                    .filter(Size::isDrawn)
                    .sorted(Comparator.comparingDouble(Size::rows))
                    .toList();
        }
    }

    /**
     * All lines.
     *
     * @param label what the drawing says, for those who cannot see it
     * @param rowsTitle title of the horizontal axis
     * @param rssTitle title of the vertical axis with its unit
     * @param lines in the order of the report
     * @param budget memory limit, in the unit of the vertical axis
     */
    public record Input(
            String label, String rowsTitle, String rssTitle, List<Line> lines, Optional<BudgetLine> budget) {
        public Input {
            lines = List.copyOf(lines);
        }

        double rssReach() {
            double reach = lines.stream()
                    .flatMap(line -> line.sizes().stream())
                    .mapToDouble(Size::largest)
                    .max()
                    .orElse(0);
            double limit = budget.filter(line -> !line.isFarAbove(reach))
                    .map(BudgetLine::value)
                    .orElse(0.0);
            return Math.max(reach, limit) * 1.04;
        }

        TreeMap<Double, String> sizes() {
            TreeMap<Double, String> texts = new TreeMap<>();
            lines.forEach(line -> line.sizes().forEach(size -> texts.put(size.rows(), size.rowsText())));
            return texts;
        }
    }

    public static Figure draw(Input input) {
        return new Figure(new RssByRowsPlot(input, 460, 400).drawing(), new RssByRowsPlot(input, 352, 340).drawing());
    }
}
