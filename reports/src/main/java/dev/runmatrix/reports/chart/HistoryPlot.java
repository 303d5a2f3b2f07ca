// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Arrays;

/** Draws one panel of a history. */
final class HistoryPlot {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 150;
    private static final double FONT_SIZE = 12;
    private static final double LARGEST_DOT = 3.2;
    private static final double SMALLEST_DOT = 1.3;
    private static final double[] STEPS = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};

    private final HistoryChart.Panel panel;
    private final Box field = new Box(50, 20, WIDTH - 8, HEIGHT - 22);
    private final LogScale y;
    private final double radius;
    private final Svg svg = new Svg();

    HistoryPlot(HistoryChart.Panel panel) {
        this.panel = panel;
        this.y = new LogScale(1 / panel.reach(), panel.reach(), field.bottom(), field.top());
        this.radius = Math.max(SMALLEST_DOT, Math.min(LARGEST_DOT, 0.42 * step()));
    }

    Drawing drawing() {
        grid();
        panel.changes().forEach(this::line);
        panel.levels().forEach(this::level);
        panel.points().forEach(this::point);
        words();
        return svg.drawing(WIDTH, HEIGHT, panel.label(), "chart c-tl");
    }

    private double step() {
        return (field.right() - field.left()) / panel.runs();
    }

    private double x(double run) {
        return field.left() + (run + 0.5) * step();
    }

    private void grid() {
        double share = Arrays.stream(STEPS)
                .filter(each -> 1 + each <= panel.reach() * 1.0001)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
        tick(1 + share, "+" + percent(share));
        tick(1, "0\u00a0%");
        if (share < 1) {
            tick(1 - share, "\u2212" + percent(share));
        }
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "\u00a0%";
    }

    private void tick(double ratio, String text) {
        if (ratio * panel.reach() >= 0.999) {
            svg.line(field.left(), y.at(ratio), field.right(), y.at(ratio), ratio == 1 ? "c-axis" : "c-grid");
            svg.text(field.left() - 6, y.at(ratio) + 4, Anchor.END, text, "c-tick");
        }
    }

    private void line(HistoryChart.Change change) {
        double across = x(change.run() - 0.5);
        svg.line(across, field.top(), across, field.bottom(), change.worse() ? "c-limit" : "c-limit c-thin");
    }

    private void level(HistoryChart.Level level) {
        double height = y.at(level.ratio());
        svg.line(x(level.from() - 0.5), height, x(level.to() + 0.5), height, "c-end");
    }

    private void point(HistoryChart.Point point) {
        svg.mark(panel.cell(), point.tip(), drawn -> {
            point.interval()
                    .filter(interval -> interval.low() > 0)
                    .ifPresent(interval -> drawn.line(
                            x(point.run()), y.at(interval.low()), x(point.run()), y.at(interval.high()), "c-axis"));
            symbol(drawn, point);
        });
    }

    /** A triangle stands for what lies beyond the scale. */
    private void symbol(Svg drawn, HistoryChart.Point point) {
        double across = x(point.run());
        if (point.ratio() > panel.reach()) {
            drawn.path(triangle(across, field.top(), 1), "c-clip");
        } else if (point.ratio() * panel.reach() < 1) {
            drawn.path(triangle(across, field.bottom(), -1), "c-clip");
        } else if (point.compared()) {
            Symbols.dot(drawn, panel.family(), across, y.at(point.ratio()), radius);
        } else {
            Symbols.point(drawn, panel.family(), false, across, y.at(point.ratio()), radius * 0.8);
        }
    }

    private static Path triangle(double across, double tip, double down) {
        return new Path()
                .move(across, tip)
                .line(across - 3.4, tip + down * 5.5)
                .line(across + 3.4, tip + down * 5.5)
                .close();
    }

    private void words() {
        svg.text(0, 11, Anchor.START, panel.base(), "c-tick");
        svg.text(field.left(), HEIGHT - 5, Anchor.START, panel.first(), "c-tick");
        if (panel.runs() > 1) {
            svg.text(field.right(), HEIGHT - 5, Anchor.END, panel.last(), "c-tick");
        }
        double free = TextWidth.of(panel.base(), FONT_SIZE) + 8;
        for (HistoryChart.Change change : panel.changes()) {
            double width = TextWidth.ofBold(change.text(), FONT_SIZE);
            double left = Math.min(x(change.run() - 0.5) - width / 2, WIDTH - width);
            if (left >= free) {
                svg.text(left, 11, Anchor.START, change.text(), change.worse() ? "c-val c-fail-t" : "c-val");
                free = left + width + 6;
            }
        }
    }
}
