// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Wall time against peak memory, one mark a cell: what does memory buy? */
public final class TradeOffChart {
    private static final double FONT_SIZE = 12;

    private final Input input;
    private final Svg svg = new Svg();
    private final boolean isWide;
    private final PlotFrame frame;
    private final LinearScale x;
    private final Labels labels;

    private TradeOffChart(Input input, double width, double height) {
        this.input = input;
        this.isWide = width > 500;
        double legend = legend().draw(svg, width);
        this.frame = PlotFrame.within(width, height + legend, legend, isWide ? 64 : 16, input.rssReach());
        this.x = new LinearScale(
                input.wallReach(), frame.field().left(), frame.field().right());
        this.labels = new Labels(new Box(
                frame.field().left() + 1,
                frame.field().top() - 4,
                width,
                frame.field().bottom()));
    }

    /**
     * One cell.
     *
     * @param cell id of the cell, written beside its mark
     * @param tip the same numbers in words
     * @param note why there is no valid result, {@code out of memory after 19 s}; empty for clean cells
     * @param family shape and colour
     * @param parallel whether the shape is filled
     * @param outcome how far the point may be believed
     * @param wall of the fork with the median; for a failure the time of death; not used when timed out
     * @param wallRange fastest to slowest fork; absent for fewer than two
     * @param rss greatest peak of all forks
     * @param onFront whether no other cell is both faster and smaller
     */
    public record Point(
            String cell,
            String tip,
            String note,
            Family family,
            boolean parallel,
            Outcome outcome,
            double wall,
            Optional<Range> wallRange,
            double rss,
            boolean onFront) {
        public Point {
            Amounts.checked("wall time of " + cell, wall);
            Amounts.checked("peak RSS of " + cell, rss);
        }

        private double reach() {
            return Math.max(wall, wallRange.map(Range::high).orElse(0.0));
        }

        private List<String> texts(boolean isWide) {
            return note.isEmpty() || !isWide ? List.of(cell) : List.of(cell + " " + note, cell);
        }
    }

    /**
     * All cells.
     *
     * @param label what the drawing says, for those who cannot see it
     * @param wallTitle title of the horizontal axis with its unit
     * @param rssTitle title of the vertical axis with its unit
     * @param points in the order of the report
     * @param budget memory limit, in the unit of the vertical axis
     */
    public record Input(
            String label, String wallTitle, String rssTitle, List<Point> points, Optional<BudgetLine> budget) {
        public Input {
            points = List.copyOf(points);
        }

        private double wallReach() {
            double reach = having(Outcome.CLEAN, Outcome.CONTAMINATED, Outcome.FAILED)
                    .mapToDouble(Point::reach)
                    .max()
                    .orElse(0);
            return reach == 0 ? 1 : reach * 1.08;
        }

        private double rssReach() {
            double reach = points.stream().mapToDouble(Point::rss).max().orElse(0);
            double line = budget.filter(limit -> !limit.isFarAbove(reach))
                    .map(BudgetLine::value)
                    .orElse(0.0);
            return Math.max(reach, line) * 1.04;
        }

        private Stream<Point> having(Outcome... outcomes) {
            return points.stream().filter(point -> List.of(outcomes).contains(point.outcome()));
        }
    }

    public static Figure draw(Input input) {
        return new Figure(
                new TradeOffChart(input, 720, 400).drawing(720), new TradeOffChart(input, 352, 360).drawing(352));
    }

    private Drawing drawing(double width) {
        frame.drawGrid(svg, input.wallTitle(), input.rssTitle());
        Ticks ticks = Ticks.within(x.domainEnd(), isWide ? 6 : 4);
        ticks.values().forEach(value -> frame.drawTick(svg, x.at(value.doubleValue()), Ticks.text(value)));
        input.budget().ifPresent(budget -> frame.drawBudget(svg, budget, labels));
        front();
        input.points().forEach(this::reserve);
        byImportance().forEach(this::point);
        return svg.drawing(width, frame.field().bottom() + 42, input.label(), "chart c-plot");
    }

    private Legend legend() {
        return new Legend()
                .with(
                        has(Family.STREAMING),
                        Family.STREAMING.words(),
                        (drawn, x, y) -> Symbols.point(drawn, Family.STREAMING, true, x, y, 5))
                .with(
                        has(Family.IN_MEMORY),
                        Family.IN_MEMORY.words(),
                        (drawn, x, y) -> Symbols.point(drawn, Family.IN_MEMORY, true, x, y, 5));
    }

    private boolean has(Family family) {
        return input.points().stream().anyMatch(point -> point.family() == family);
    }

    private void front() {
        List<Point> steps = input.having(Outcome.CLEAN)
                .filter(Point::onFront)
                .sorted(Comparator.comparingDouble(Point::wall))
                .toList();
        Path path = new Path();
        for (Point step : steps) {
            if (path.isEmpty()) {
                path.move(x.at(step.wall()), frame.y().at(step.rss()));
            } else {
                path.across(x.at(step.wall())).down(frame.y().at(step.rss()));
            }
        }
        if (!path.isEmpty()) {
            svg.path(path.across(frame.field().right()), "c-front");
        }
    }

    private void reserve(Point point) {
        labels.keepFree(Box.around(across(point), frame.y().at(point.rss()), 6));
    }

    private Stream<Point> byImportance() {
        return input.points().stream().sorted(Comparator.comparing(point -> !point.onFront()));
    }

    private double across(Point point) {
        return point.outcome() == Outcome.TIMED_OUT ? frame.field().right() : x.at(point.wall());
    }

    private void point(Point point) {
        double y = frame.y().at(point.rss());
        svg.mark(point.cell(), point.tip(), drawn -> {
            symbol(drawn, point, across(point), y);
            labels.place(across(point), y, 6, FONT_SIZE, point.texts(isWide))
                    .ifPresent(label -> PlotFrame.write(drawn, label, point.onFront() ? "c-ptl c-b" : "c-ptl"));
        });
    }

    private void symbol(Svg drawn, Point point, double across, double y) {
        switch (point.outcome()) {
            case CLEAN -> {
                point.wallRange()
                        .ifPresent(range -> drawn.line(
                                x.at(range.low()),
                                y,
                                x.at(range.high()),
                                y,
                                "c-range " + point.family().cssClass()));
                Symbols.point(drawn, point.family(), point.parallel(), across, y, point.onFront() ? 6.5 : 5.5);
            }
            case CONTAMINATED -> Symbols.cross(drawn, across, y, 4, "c-doubt");
            case FAILED -> Symbols.cross(drawn, across, y, 4.5, "c-fail");
            case TIMED_OUT -> Symbols.arrow(drawn, across + 5, y, 5, "c-fail-f");
        }
    }
}
