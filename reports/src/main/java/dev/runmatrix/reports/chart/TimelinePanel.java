// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws one panel: cores above, memory below, on one time axis. */
final class TimelinePanel {
    private static final int POINTS_WIDE = 200;
    private static final int POINTS_NARROW = 120;
    private static final double HEIGHT = 168;
    private static final double FONT_SIZE = 10.5;
    private static final double WIDE = 200;
    /** Less than this within a window is the harness itself, the rest of a quiet machine, or a step of the clock. */
    private static final double FOREIGN_CORE_SECONDS_SHOWN = 0.1;

    private final TimelineChart.Input input;
    private final TimelineChart.Panel panel;
    private final List<TimelineChart.Sample> samples;
    private final double width;
    private final double window;
    private final LinearScale x;
    private final LinearScale cores;
    private final LinearScale rss;
    private final List<Decimation.Point> coresCurve;
    private final List<Decimation.Point> rssCurve;
    private final Svg svg = new Svg();

    TimelinePanel(TimelineChart.Input input, TimelineScale scale, TimelineChart.Panel panel, double width) {
        this.input = input;
        this.panel = panel;
        this.samples = upTo(scale.seconds(), panel.samples());
        this.width = width;
        this.window = scale.windowSeconds();
        this.x = new LinearScale(scale.seconds(), 26, width - 8);
        this.cores = new LinearScale(scale.cores(), 76, 18);
        this.rss = new LinearScale(scale.rss(), 150, 102);
        this.coresCurve = steps(CoreWindows.Window::cores);
        this.rssCurve = memory();
    }

    Drawing drawing() {
        svg.mark(panel.cell(), panel.label(), this::content);
        return svg.drawing(width, HEIGHT, panel.label(), "chart c-tl");
    }

    private void content(Svg drawn) {
        drawn.rect(new Box(0, 0, width, HEIGHT), "c-back");
        axis(cores, "cores used", coresTicks(), input.grantedCores());
        axis(rss, input.rssTitle(), rssTicks(), input.rssBudget().orElse(0.0));
        timeAxis();
        foreign();
        area(coresCurve, cores, panel.family().cssClass());
        area(rssCurve, rss, "c-mem");
        end();
    }

    /** What lies beyond the axis would pile up at its end. */
    private static List<TimelineChart.Sample> upTo(double seconds, List<TimelineChart.Sample> samples) {
        return samples.stream().filter(sample -> sample.seconds() <= seconds).toList();
    }

    private List<BigDecimal> coresTicks() {
        return Ticks.ending(input.grantedCores());
    }

    private List<BigDecimal> rssTicks() {
        return input.rssBudget()
                .filter(budget -> budget <= rss.domainEnd())
                .map(Ticks::ending)
                .orElseGet(() -> Ticks.within(rss.domainEnd(), 3).values());
    }

    private void axis(LinearScale y, String title, List<BigDecimal> ticks, double limit) {
        for (BigDecimal value : ticks) {
            double height = y.at(value.doubleValue());
            boolean isLimit = value.doubleValue() == limit;
            String kind = isLimit ? "c-limit c-thin" : "c-grid";
            svg.line(x.from(), height, x.to(), height, value.signum() == 0 ? "c-axis" : kind);
            svg.text(x.from() - 5, height + 3.5, Anchor.END, Ticks.text(value), "c-tick c-small");
        }
        svg.text(x.from(), y.to() - 7, Anchor.START, title, "c-tick c-small");
    }

    private void timeAxis() {
        List<BigDecimal> values =
                Ticks.within(x.domainEnd(), width > WIDE ? 5 : 3).values();
        for (int index = 0; index < values.size(); index++) {
            double across = x.at(values.get(index).doubleValue());
            boolean isLast = index == values.size() - 1;
            String text = Ticks.text(values.get(index)) + (isLast ? "\u00a0s" : "");
            svg.line(across, rss.from(), across, rss.from() + 3, "c-axis");
            boolean reachesOut = isLast && across + TextWidth.of(text, FONT_SIZE) / 2 > width;
            svg.text(
                    reachesOut ? width : across,
                    rss.from() + 14,
                    reachesOut ? Anchor.END : Anchor.MIDDLE,
                    text,
                    "c-tick c-small");
        }
    }

    private List<Decimation.Point> steps(ToDoubleFunction<CoreWindows.Window> height) {
        List<Decimation.Point> points = new ArrayList<>();
        for (CoreWindows.Window span : CoreWindows.of(window, samples)) {
            points.add(new Decimation.Point(span.fromSeconds(), height.applyAsDouble(span)));
            points.add(new Decimation.Point(span.toSeconds(), height.applyAsDouble(span)));
        }
        return Decimation.thinned(points, width > WIDE ? POINTS_WIDE : POINTS_NARROW);
    }

    private List<Decimation.Point> memory() {
        List<Decimation.Point> points = samples.stream()
                .map(sample -> new Decimation.Point(sample.seconds(), sample.rss()))
                .toList();
        return Decimation.thinned(points, width > WIDE ? POINTS_WIDE : POINTS_NARROW);
    }

    /** A band on top of the fork's own cores; the dashed line above it is what the machine grants to all. */
    private void foreign() {
        if (isForeignSeen()) {
            Path band = outline(steps(span -> span.cores() + span.foreignCores()), cores);
            for (int index = coresCurve.size() - 1; index >= 0; index--) {
                band.line(
                        x.at(coresCurve.get(index).x()),
                        cores.at(coresCurve.get(index).y()));
            }
            svg.path(band.close(), "c-foreign");
        }
    }

    private boolean isForeignSeen() {
        return CoreWindows.of(window, samples).stream()
                .anyMatch(span -> span.foreignCores() >= FOREIGN_CORE_SECONDS_SHOWN / window);
    }

    private void area(List<Decimation.Point> points, LinearScale y, String kind) {
        if (!points.isEmpty()) {
            double first = x.at(points.get(0).x());
            double last = x.at(points.get(points.size() - 1).x());
            Path path = outline(points, y)
                    .line(last, y.from())
                    .line(first, y.from())
                    .close();
            svg.path(path, "c-area " + kind).line(x.from(), y.from(), x.to(), y.from(), "c-axis");
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
            case FAILED -> {
                Symbols.cross(svg, across, lastHeight(coresCurve, cores), 4, "c-fail");
                Symbols.cross(svg, across, lastHeight(rssCurve, rss), 4, "c-fail");
            }
            case TIMED_OUT -> {
                Symbols.arrow(svg, width, lastHeight(coresCurve, cores), 4.5, "c-fail-f");
                Symbols.arrow(svg, width, lastHeight(rssCurve, rss), 4.5, "c-fail-f");
            }
            case CLEAN, CONTAMINATED -> {
                svg.line(across, cores.to(), across, cores.from(), "c-end");
                svg.line(across, rss.to(), across, rss.from(), "c-end");
            }
        }
        note(across);
    }

    private static double lastHeight(List<Decimation.Point> points, LinearScale y) {
        return points.isEmpty() ? y.from() : y.at(points.get(points.size() - 1).y());
    }

    /** Beside the end of the fork, on the side with more room. */
    private void note(double across) {
        boolean toTheRight = across < (x.from() + x.to()) / 2;
        double left = toTheRight ? across + 8 : x.from() + 3;
        double right = toTheRight ? width : across - 6;
        String kind = "c-tick c-small c-note" + (isBad() ? " c-fail-t" : "");
        double y = cores.to() + (cores.from() - cores.to()) * 0.45;
        for (String line : TextWidth.wrapped(noteText(), FONT_SIZE, right - left)) {
            svg.text(toTheRight ? left : right, y, toTheRight ? Anchor.START : Anchor.END, line, kind);
            y += FONT_SIZE + 1;
        }
    }

    private boolean isBad() {
        return panel.outcome() == Outcome.FAILED || panel.outcome() == Outcome.TIMED_OUT;
    }

    private String noteText() {
        return panel.note().isEmpty() && isForeignSeen() ? "grey: other processes" : panel.note();
    }
}
