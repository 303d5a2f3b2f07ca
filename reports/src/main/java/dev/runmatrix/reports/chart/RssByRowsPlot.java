// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Optional;
import java.util.TreeMap;

/** Draws the chart of memory by input size in one of its two sizes. */
final class RssByRowsPlot {
    private static final double FONT_SIZE = 12;
    private static final double RADIUS = 4;
    private static final double FORK_RADIUS = 3.6;

    private final RssByRowsChart.Input input;
    private final double width;
    private final double height;
    private final PlotFrame frame;
    private final LogScale x;
    private final Labels labels;
    private final Svg svg = new Svg();

    RssByRowsPlot(RssByRowsChart.Input input, double width, double height) {
        this.input = input;
        this.width = width;
        this.height = height;
        this.frame = PlotFrame.within(width, height, 0, 20, input.rssReach());
        TreeMap<Double, String> sizes = input.sizes();
        Box field = frame.field();
        double smallest = sizes.isEmpty() ? 1 : sizes.firstKey();
        double largest = sizes.isEmpty() ? 1 : sizes.lastKey();
        this.x = LogScale.around(smallest, largest, field.left(), field.right());
        this.labels = new Labels(new Box(field.left() + 1, field.top() - 6, width, field.bottom() - 1));
    }

    Drawing drawing() {
        frame.drawGrid(svg, input.rowsTitle(), input.rssTitle());
        sizeTicks();
        input.budget().ifPresent(budget -> frame.drawBudget(svg, budget, labels));
        input.lines().forEach(this::reserve);
        input.lines().forEach(this::path);
        input.lines().forEach(line -> line.sizes().forEach(size -> size(line, size)));
        input.lines().forEach(this::name);
        return svg.drawing(width, height, input.label(), "chart c-plot");
    }

    /** The measured sizes are the ticks; where two stand too close, the larger one keeps its mark only. */
    private void sizeTicks() {
        double free = Double.NEGATIVE_INFINITY;
        for (var size : input.sizes().entrySet()) {
            double across = x.at(size.getKey());
            double half = TextWidth.of(size.getValue(), FONT_SIZE) / 2;
            boolean fits = across - half > free;
            frame.drawTick(svg, across, fits ? size.getValue() : "");
            free = fits ? across + half + 6 : free;
        }
    }

    private Labels.Mark mark(RssByRowsChart.Size size) {
        return new Labels.Mark(x.at(size.rows()), frame.y().at(size.largest()), RADIUS);
    }

    private void reserve(RssByRowsChart.Line line) {
        for (RssByRowsChart.Size size : line.sizes()) {
            labels.keepFree(Box.around(mark(size).x(), mark(size).y(), RADIUS));
            size.forks()
                    .forEach(fork -> labels.keepFree(
                            Box.around(x.at(size.rows()), frame.y().at(fork), 2)));
        }
        for (int index = 1; index < line.sizes().size(); index++) {
            Labels.Mark from = mark(line.sizes().get(index - 1));
            Labels.Mark to = mark(line.sizes().get(index));
            labels.avoidLine(from.x(), from.y(), to.x(), to.y());
        }
    }

    /** Solid between measured sizes; dashed towards a failure, whose memory is only what was reached. */
    private void path(RssByRowsChart.Line line) {
        for (int index = 1; index < line.sizes().size(); index++) {
            RssByRowsChart.Size size = line.sizes().get(index);
            RssByRowsChart.Size before = line.sizes().get(index - 1);
            if (!before.failed()) {
                Path segment = new Path()
                        .move(mark(before).x(), mark(before).y())
                        .line(mark(size).x(), mark(size).y());
                svg.path(segment, "c-ln " + line.family().cssClass() + (size.failed() ? " c-dash" : ""));
            }
        }
    }

    private void size(RssByRowsChart.Line line, RssByRowsChart.Size size) {
        Labels.Mark mark = mark(size);
        svg.mark(size.cell(), size.tip(), drawn -> {
            if (size.failed()) {
                Symbols.cross(drawn, mark.x(), mark.y(), 4.5, "c-fail");
                String why = size.failure().map(RssByRowsChart.Failure::text).orElse("");
                labels.above(mark, FONT_SIZE, why).ifPresent(label -> PlotFrame.write(drawn, label, "c-tick c-note"));
            } else {
                measured(drawn, line, size, mark);
            }
        });
    }

    private void measured(Svg drawn, RssByRowsChart.Line line, RssByRowsChart.Size size, Labels.Mark mark) {
        for (double fork : size.forks()) {
            Symbols.dot(drawn, line.family(), mark.x(), frame.y().at(fork), FORK_RADIUS);
        }
        labels.above(mark, FONT_SIZE, size.text()).ifPresent(label -> PlotFrame.write(drawn, label, "c-val"));
    }

    /** At the middle of the last segment where there is room, so that no legend is needed. */
    private void name(RssByRowsChart.Line line) {
        Optional<Labels.Label> place = Optional.empty();
        for (int index = line.sizes().size() - 1; index >= 0 && place.isEmpty(); index--) {
            Labels.Mark to = mark(line.sizes().get(index));
            Labels.Mark from = mark(line.sizes().get(Math.max(0, index - 1)));
            Labels.Mark middle = new Labels.Mark((from.x() + to.x()) / 2, (from.y() + to.y()) / 2, 5);
            place = labels.clearOfLines(middle, FONT_SIZE, line.name());
        }
        place.ifPresent(label ->
                PlotFrame.write(svg, label, "c-tick c-name " + line.family().cssClass() + "-t"));
    }
}
