// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws one panel: cores above, memory below, on one time axis. */
final class TimelinePanel {
    private static final int MOST_POINTS = 200;
    private static final double HEIGHT = 168;
    private static final double FONT_SIZE = 10.5;
    /** Less than this is the harness itself and the rest of a quiet machine. */
    private static final double FOREIGN_SHOWN = 0.1;

    private final TimelineChart.Input input;
    private final TimelineChart.Panel panel;
    private final double width;
    private final LinearScale x;
    private final LinearScale cores;
    private final LinearScale rss;
    private final Svg svg = new Svg();

    TimelinePanel(TimelineChart.Input input, TimelineScale scale, TimelineChart.Panel panel, double width) {
        this.input = input;
        this.panel = panel;
        this.width = width;
        this.x = new LinearScale(scale.seconds(), 24, width - 8);
        this.cores = new LinearScale(scale.cores(), 76, 18);
        this.rss = new LinearScale(scale.rss(), 150, 102);
    }

    Drawing drawing() {
        axis(cores, "cores used", input.grantedCores());
        axis(rss, input.rssTitle(), input.rssBudget().orElse(0.0));
        timeAxis();
        List<CoreWindows.Window> windows = CoreWindows.of(panel.samples());
        if (windows.stream().anyMatch(window -> window.foreignCores() >= FOREIGN_SHOWN)) {
            area(steps(windows, window -> window.cores() + window.foreignCores()), cores, "c-foreign", "");
        }
        area(
                steps(windows, CoreWindows.Window::cores),
                cores,
                "c-area " + panel.family().cssClass(),
                "c-ln c-thin " + panel.family().cssClass());
        area(memory(), rss, "c-area c-mem", "c-ln c-thin c-mem");
        end();
        return svg.drawing(width, HEIGHT, panel.label(), "chart c-tl");
    }

    private void axis(LinearScale y, String title, double limit) {
        Ticks ticks = Ticks.within(y.domainEnd(), 2);
        for (BigDecimal value : ticks.values()) {
            double height = y.at(value.doubleValue());
            svg.line(x.from(), height, x.to(), height, value.signum() == 0 ? "c-axis" : "c-grid");
            svg.text(x.from() - 5, height + 3.5, Anchor.END, Ticks.text(value), "c-tick c-small");
        }
        if (limit > 0 && limit <= y.domainEnd()) {
            svg.line(x.from(), y.at(limit), x.to(), y.at(limit), "c-limit c-thin");
        }
        svg.text(x.from(), y.to() - 6, Anchor.START, title, "c-tick c-small");
    }

    private void timeAxis() {
        List<BigDecimal> values = Ticks.within(x.domainEnd(), 2).values();
        for (BigDecimal value : values) {
            double across = x.at(value.doubleValue());
            svg.line(across, rss.from(), across, rss.from() + 3, "c-axis");
            svg.text(across, rss.from() + 14, Anchor.MIDDLE, Ticks.text(value), "c-tick c-small");
        }
    }

    private static List<Decimation.Point> steps(
            List<CoreWindows.Window> windows, ToDoubleFunction<CoreWindows.Window> height) {
        List<Decimation.Point> points = new ArrayList<>();
        for (CoreWindows.Window window : windows) {
            points.add(new Decimation.Point(window.fromSeconds(), height.applyAsDouble(window)));
            points.add(new Decimation.Point(window.toSeconds(), height.applyAsDouble(window)));
        }
        return Decimation.thinned(points, MOST_POINTS);
    }

    private List<Decimation.Point> memory() {
        List<Decimation.Point> points = panel.samples().stream()
                .map(sample -> new Decimation.Point(sample.seconds(), sample.rss()))
                .toList();
        return Decimation.thinned(points, MOST_POINTS);
    }

    private void area(List<Decimation.Point> points, LinearScale y, String areaClass, String lineClass) {
        if (points.isEmpty()) {
            return;
        }
        svg.path(
                outline(points, y)
                        .line(x.at(points.get(points.size() - 1).x()), y.from())
                        .line(x.at(points.get(0).x()), y.from())
                        .close(),
                areaClass);
        if (!lineClass.isEmpty()) {
            svg.path(outline(points, y), lineClass);
        }
    }

    private Path outline(List<Decimation.Point> points, LinearScale y) {
        Path path = new Path();
        points.forEach(point -> path.to(x.at(point.x()), y.at(point.y())));
        return path;
    }

    private void end() {
        double across = x.at(panel.endSeconds());
        switch (panel.outcome()) {
            case FAILED -> Symbols.cross(svg, across, cores.from() - 20, 4, "c-fail");
            case TIMED_OUT -> Symbols.arrow(svg, x.to(), cores.from() - 20, 5, "c-fail-f");
            case CLEAN, CONTAMINATED -> svg.line(across, cores.to(), across, rss.from(), "c-end");
        }
        if (!panel.note().isEmpty()) {
            svg.text(
                    Math.min(across + 8, width - 8),
                    cores.from() - 30,
                    across > width / 2 ? Anchor.END : Anchor.START,
                    TextWidth.clipped(panel.note(), FONT_SIZE, width / 2),
                    "c-tick c-small c-fail-t");
        }
    }
}
