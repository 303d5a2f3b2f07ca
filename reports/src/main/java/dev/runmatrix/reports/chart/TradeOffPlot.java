// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Draws the trade-off chart in one of its two sizes. */
final class TradeOffPlot {
    private static final double FONT_SIZE = 12;
    private static final double RADIUS = 5.5;
    private static final double FRONT_RADIUS = 6.5;
    private static final double LONGEST_MARGIN = 120;

    private final TradeOffChart.Input input;
    private final boolean isWide;
    private final double width;
    private final PlotFrame frame;
    private final LinearScale x;
    private final Labels labels;
    private final Svg svg = new Svg();

    TradeOffPlot(TradeOffChart.Input input, boolean isWide) {
        this.input = input;
        this.isWide = isWide;
        this.width = isWide ? 720 : 352;
        double top = legend().draw(svg, width);
        this.frame = PlotFrame.within(width, top + (isWide ? 390 : 340), top, rightMargin(), input.rssReach());
        Box field = frame.field();
        this.x = new LinearScale(input.wallReach(), field.left(), field.right());
        this.labels = new Labels(new Box(field.left() + 1, field.top() - 6, width, field.bottom() - 1));
    }

    /** Room for the labels of cells that have no place on the time axis. */
    private double rightMargin() {
        double longest = input.having(Outcome.TIMED_OUT)
                .flatMap(point -> point.texts(isWide).stream())
                .mapToDouble(text -> TextWidth.ofBold(text, FONT_SIZE) + 12)
                .max()
                .orElse(0);
        return isWide ? Math.max(24, Math.min(LONGEST_MARGIN, longest)) : 16;
    }

    Drawing drawing() {
        frame.drawGrid(svg, input.wallTitle(), input.rssTitle());
        Ticks ticks = Ticks.within(x.domainEnd(), isWide ? 7 : 4);
        ticks.values().forEach(value -> frame.drawTick(svg, x.at(value.doubleValue()), Ticks.text(value)));
        input.budget().ifPresent(budget -> frame.drawBudget(svg, budget, labels));
        input.points().forEach(this::reserve);
        List<TradeOffChart.Point> steps = front();
        byImportance().forEach(this::point);
        nameFront(steps);
        return svg.drawing(width, frame.field().bottom() + 42, input.label(), "chart c-plot");
    }

    private Legend legend() {
        Legend legend = new Legend();
        for (Family family : Family.values()) {
            legend.with(
                    input.points().stream().anyMatch(point -> point.family() == family),
                    family.words(),
                    (drawn, left, y) -> Symbols.point(drawn, family, true, left, y, 5));
        }
        boolean hasSerial = input.having(Outcome.CLEAN).anyMatch(point -> !point.parallel());
        return legend.with(
                        hasSerial,
                        "hollow: one worker at a time",
                        (drawn, left, y) -> drawn.circle(left, y, 5, "c-pt c-any c-hollow"))
                .with(has(Outcome.FAILED), "failed", (drawn, left, y) -> Symbols.cross(drawn, left, y, 4.5, "c-fail"))
                .with(
                        has(Outcome.TIMED_OUT),
                        "time limit",
                        (drawn, left, y) -> Symbols.arrow(drawn, left + 4, y, 5, "c-fail-f"))
                .with(
                        has(Outcome.CONTAMINATED),
                        "contaminated",
                        (drawn, left, y) -> Symbols.cross(drawn, left, y, 4, "c-doubt"));
    }

    private boolean has(Outcome outcome) {
        return input.having(outcome).findAny().isPresent();
    }

    /** A step line: to be faster than a cell on it, memory must go up to the next one. */
    private List<TradeOffChart.Point> front() {
        List<TradeOffChart.Point> steps = input.having(Outcome.CLEAN)
                .filter(TradeOffChart.Point::onFront)
                .sorted(Comparator.comparingDouble(TradeOffChart.Point::wall))
                .toList();
        Path path = new Path();
        for (int index = 0; index < steps.size(); index++) {
            double y = frame.y().at(steps.get(index).rss());
            double left = x.at(steps.get(index).wall());
            boolean isLast = index == steps.size() - 1;
            double right =
                    isLast ? frame.field().right() : x.at(steps.get(index + 1).wall());
            if (path.isEmpty()) {
                path.move(left, y);
            }
            path.across(right);
            labels.avoidLine(left, y, right, y);
            if (!isLast) {
                double next = frame.y().at(steps.get(index + 1).rss());
                path.down(next);
                labels.avoidLine(right, y, right, next);
            }
        }
        if (!path.isEmpty()) {
            svg.path(path, "c-front");
        }
        return steps;
    }

    private void nameFront(List<TradeOffChart.Point> steps) {
        double widest = 0;
        for (int index = 0; index + 1 < steps.size(); index++) {
            widest = Math.max(widest, gap(steps, index));
        }
        for (int index = 0; index + 1 < steps.size() && isWide; index++) {
            if (gap(steps, index) == widest) {
                double middle = x.at(steps.get(index).wall()) + widest / 2;
                Labels.Mark mark =
                        new Labels.Mark(middle, frame.y().at(steps.get(index).rss()), 1);
                labels.above(mark, FONT_SIZE, "Pareto front")
                        .ifPresent(label -> PlotFrame.write(svg, label, "c-tick c-note"));
                return;
            }
        }
    }

    private double gap(List<TradeOffChart.Point> steps, int index) {
        return x.at(steps.get(index + 1).wall()) - x.at(steps.get(index).wall());
    }

    private void reserve(TradeOffChart.Point point) {
        Labels.Mark mark = mark(point);
        labels.keepFree(Box.around(mark.x(), mark.y(), mark.radius()));
        if (point.outcome() == Outcome.CLEAN) {
            point.wallRange()
                    .ifPresent(range -> labels.avoidLine(x.at(range.low()), mark.y(), x.at(range.high()), mark.y()));
        }
    }

    private Labels.Mark mark(TradeOffChart.Point point) {
        double across = point.outcome() == Outcome.TIMED_OUT ? frame.field().right() : x.at(point.wall());
        return new Labels.Mark(across, frame.y().at(point.rss()), point.onFront() ? FRONT_RADIUS : RADIUS);
    }

    /** Cells on the front get their labels first. */
    private Stream<TradeOffChart.Point> byImportance() {
        return input.points().stream().sorted(Comparator.comparing(point -> !point.onFront()));
    }

    private void point(TradeOffChart.Point point) {
        Labels.Mark mark = mark(point);
        svg.mark(point.cell(), point.tip(), drawn -> {
            symbol(drawn, point, mark);
            labels.beside(mark, FONT_SIZE, point.texts(isWide))
                    .ifPresent(label -> PlotFrame.write(drawn, label, point.onFront() ? "c-ptl c-b" : "c-ptl"));
        });
    }

    private void symbol(Svg drawn, TradeOffChart.Point point, Labels.Mark mark) {
        switch (point.outcome()) {
            case CLEAN -> clean(drawn, point, mark);
            case CONTAMINATED -> Symbols.cross(drawn, mark.x(), mark.y(), 4, "c-doubt");
            case FAILED -> Symbols.cross(drawn, mark.x(), mark.y(), 4.5, "c-fail");
            case TIMED_OUT -> Symbols.arrow(drawn, mark.x() + 5, mark.y(), 5, "c-fail-f");
        }
    }

    private void clean(Svg drawn, TradeOffChart.Point point, Labels.Mark mark) {
        String kind = "c-range " + point.family().cssClass();
        point.wallRange()
                .filter(range ->
                        x.at(range.low()) < mark.x() - mark.radius() || x.at(range.high()) > mark.x() + mark.radius())
                .ifPresent(range -> drawn.line(x.at(range.low()), mark.y(), x.at(range.high()), mark.y(), kind));
        Symbols.point(drawn, point.family(), point.parallel(), mark.x(), mark.y(), mark.radius());
    }
}
