// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.TreeSet;

/** Draws the chart of time by workers in one of its two sizes. */
final class ScalingPlot {
    private static final double FONT_SIZE = 12;
    private static final double RADIUS = 3.6;

    private final ScalingChart.Input input;
    private final double width;
    private final double height;
    private final PlotFrame frame;
    private final LinearScale x;
    private final Svg svg = new Svg();

    ScalingPlot(ScalingChart.Input input, double width, double height) {
        this.input = input;
        this.width = width;
        this.height = height;
        this.frame = PlotFrame.within(width, height, 0, 12, input.reach());
        this.x = new LinearScale(
                input.most(), frame.field().left(), frame.field().right());
    }

    Drawing drawing() {
        beyondCores();
        band();
        frame.drawGrid(svg, input.xTitle(), input.yTitle());
        ticks();
        ideal();
        curve();
        input.points().forEach(this::point);
        input.projected().ifPresent(this::projected);
        return svg.drawing(width, height, input.label(), "chart c-plot");
    }

    /** Where there are no cores for more workers, nothing is projected. */
    private void beyondCores() {
        double from = x.at(input.cores());
        Box field = frame.field();
        if (input.cores() < input.most() && field.right() - from > 1) {
            svg.rect(new Box(from, field.top(), field.right(), field.bottom()), "c-over");
            svg.line(from, field.top(), from, field.bottom(), "c-limit");
            boolean right = from + 12 + TextWidth.of(input.coresText(), FONT_SIZE) < field.right();
            svg.text(
                    from + (right ? 6 : -6),
                    field.top() + 14,
                    right ? Anchor.START : Anchor.END,
                    input.coresText(),
                    "c-tick c-fail-t");
        }
    }

    private void ticks() {
        TreeSet<Integer> workers = new TreeSet<>();
        input.points().forEach(point -> workers.add(point.workers()));
        input.projected().ifPresent(fit -> workers.add((int) fit.workers()));
        double free = Double.NEGATIVE_INFINITY;
        for (int number : workers) {
            String text = String.valueOf(number);
            double half = TextWidth.of(text, FONT_SIZE) / 2;
            boolean fits = x.at(number) - half > free;
            frame.drawTick(svg, x.at(number), fits ? text : "");
            free = fits ? x.at(number) + half + 4 : free;
        }
    }

    private void band() {
        List<ScalingChart.Fit> curve = input.curve();
        if (curve.isEmpty()) {
            return;
        }
        Path path = new Path();
        curve.forEach(fit -> path.to(x.at(fit.workers()), y(fit.band().high())));
        for (int i = curve.size() - 1; i >= 0; i--) {
            path.to(x.at(curve.get(i).workers()), y(curve.get(i).band().low()));
        }
        svg.path(path.close(), "c-area " + input.family().cssClass());
    }

    private void curve() {
        Path path = new Path();
        input.curve().forEach(fit -> path.to(x.at(fit.workers()), y(fit.value())));
        if (!path.isEmpty()) {
            svg.path(path, "c-ln " + input.family().cssClass());
        }
    }

    /** Half the time for twice the workers, from the middle of the fewest. */
    private void ideal() {
        ScalingChart.Point first = input.points().get(0);
        double[] forks =
                first.forks().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double work = forks[(forks.length - 1) / 2] * first.workers();
        double end = Math.min(input.cores(), input.most());
        Path path = new Path();
        int steps = 40;
        for (int step = 0; step <= steps && end > first.workers(); step++) {
            double at = first.workers() + (end - first.workers()) * step / steps;
            path.to(x.at(at), y(work / at));
        }
        if (!path.isEmpty()) {
            svg.path(path, "c-front");
            svg.text(x.at(end) - RADIUS, y(work / end) + FONT_SIZE + 4, Anchor.END, input.idealText(), "c-tick");
        }
    }

    private void point(ScalingChart.Point point) {
        svg.mark(point.cell(), point.tip(), drawn -> {
            for (double fork : point.forks()) {
                if (point.used()) {
                    Symbols.dot(drawn, input.family(), x.at(point.workers()), y(fork), RADIUS);
                } else {
                    Symbols.cross(drawn, x.at(point.workers()), y(fork), RADIUS, "c-doubt");
                }
            }
        });
    }

    private void projected(ScalingChart.Fit fit) {
        double across = x.at(fit.workers());
        svg.line(
                across,
                y(fit.band().low()),
                across,
                y(fit.band().high()),
                "c-range " + input.family().cssClass());
        Symbols.point(svg, input.family(), false, across, y(fit.value()), 5);
    }

    private double y(double seconds) {
        return frame.y().at(seconds);
    }
}
