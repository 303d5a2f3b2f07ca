// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Peak memory against the number of input rows: does it grow with the data? */
public final class RssByRowsChart {
    private static final double FONT_SIZE = 12;

    private final Input input;
    private final Svg svg = new Svg();
    private final PlotFrame frame;
    private final LogScale x;
    private final Labels labels;

    private RssByRowsChart(Input input, double width, double height) {
        this.input = input;
        this.frame = PlotFrame.within(width, height, 0, 20, input.rssReach());
        TreeMap<Double, String> sizes = input.sizes();
        double smallest = sizes.isEmpty() ? 1 : sizes.firstKey();
        double largest = sizes.isEmpty() ? 1 : sizes.lastKey();
        this.x = LogScale.around(
                smallest, largest, frame.field().left(), frame.field().right());
        this.labels = new Labels(new Box(
                frame.field().left() + 1,
                frame.field().top() - 4,
                width,
                frame.field().bottom()));
    }

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

        private double largest() {
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

        private double rssReach() {
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

        private TreeMap<Double, String> sizes() {
            TreeMap<Double, String> texts = new TreeMap<>();
            lines.forEach(line -> line.sizes().forEach(size -> texts.put(size.rows(), size.rowsText())));
            return texts;
        }
    }

    public static Figure draw(Input input) {
        return new Figure(
                new RssByRowsChart(input, 460, 400).drawing(460, 400),
                new RssByRowsChart(input, 352, 340).drawing(352, 340));
    }

    private Drawing drawing(double width, double height) {
        frame.drawGrid(svg, input.rowsTitle(), input.rssTitle());
        input.sizes().forEach((rows, text) -> frame.drawTick(svg, x.at(rows), text));
        input.budget().ifPresent(budget -> frame.drawBudget(svg, budget, labels));
        input.lines().forEach(this::line);
        return svg.drawing(width, height, input.label(), "chart c-plot");
    }

    private void line(Line line) {
        Path path = new Path();
        line.sizes().stream()
                .filter(size -> !size.forks().isEmpty())
                .forEach(size -> path.to(x.at(size.rows()), frame.y().at(size.largest())));
        if (!path.isEmpty()) {
            svg.path(path, "c-ln " + line.family().cssClass());
        }
        line.sizes().forEach(size -> size(line, size));
    }

    private void size(Line line, Size size) {
        double across = x.at(size.rows());
        svg.mark(size.cell(), size.tip(), drawn -> {
            if (size.forks().isEmpty()) {
                Symbols.cross(drawn, across, frame.y().at(size.largest()), 4.5, "c-fail");
            } else {
                Symbols.point(drawn, line.family(), true, across, frame.y().at(size.largest()), 4.5);
                labels.place(across, frame.y().at(size.largest()), 4.5, FONT_SIZE, List.of(size.text()))
                        .ifPresent(label -> PlotFrame.write(drawn, label, "c-val"));
            }
        });
    }
}
