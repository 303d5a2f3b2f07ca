// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.math.BigDecimal;

/** Draws the waterfall in one of its two sizes: on a phone the words stand above the bars, not beside them. */
final class WaterfallPlot {
    private static final double FONT_SIZE = 12;
    private static final double LABEL_SIZE = 13;
    private static final double BAR = 20;
    private static final double TOP = 42;
    private static final double BOTTOM = 38;
    private static final double KEY = 11;

    private final WaterfallChart.Input input;
    private final boolean isWide;
    private final double width;
    private final double left;
    private final double right;
    private final double rowHeight;
    private final LogScale x;
    private final Svg svg = new Svg();

    private WaterfallPlot(WaterfallChart.Input input, boolean isWide, double width, double left, double right) {
        this.input = input;
        this.isWide = isWide;
        this.width = width;
        this.left = left;
        this.right = right;
        this.rowHeight = isWide ? 42 : 76;
        this.x = input.scale(left, right);
    }

    static Drawing wide(WaterfallChart.Input input) {
        double width = 1120;
        double equations = Math.min(320, input.widestEquation(LABEL_SIZE) + 16);
        double words = Math.max(270, Math.min(360, input.widestNote(FONT_SIZE) + 16));
        return new WaterfallPlot(input, true, width, words, width - equations).drawing();
    }

    static Drawing narrow(WaterfallChart.Input input) {
        return new WaterfallPlot(input, false, 352, 8, 344).drawing();
    }

    private Drawing drawing() {
        double end = TOP + input.rows().size() * rowHeight;
        key();
        for (BigDecimal tick : LogTicks.of(x, FONT_SIZE)) {
            double at = x.at(tick.doubleValue());
            svg.line(at, TOP - 6, at, end, tick.compareTo(BigDecimal.ONE) == 0 ? "c-axis" : "c-grid");
            svg.text(at, end + 16, Anchor.MIDDLE, LogTicks.text(tick), "c-tick");
        }
        svg.text((left + right) / 2, end + 33, Anchor.MIDDLE, input.axis(), "c-lab");
        double y = TOP;
        for (WaterfallChart.Row row : input.rows()) {
            row(row, y);
            y += rowHeight;
        }
        return svg.drawing(width, end + BOTTOM, input.label(), "chart c-plot");
    }

    private void key() {
        String work = "CPU work";
        double next = left + KEY + 20 + TextWidth.of(work, FONT_SIZE);
        key(left, work, "c-bar c-work");
        key(next, "parallelism: 1 \u00f7 cores used", "c-bar c-par");
    }

    private void key(double from, String text, String cssClass) {
        svg.rect(new Box(from, 4, from + KEY, 4 + KEY), cssClass);
        svg.text(from + KEY + 5, 14, Anchor.START, text, "c-tick");
    }

    private void row(WaterfallChart.Row row, double top) {
        svg.mark(row.cell(), row.tip(), drawn -> {
            words(drawn, row, top);
            bars(drawn, row, isWide ? top + 9 : top + 40);
        });
    }

    private void words(Svg drawn, WaterfallChart.Row row, double top) {
        double equation = TextWidth.of(row.equation(), LABEL_SIZE);
        double room = isWide ? left - 12 : width - equation - 12;
        drawn.text(
                0, top + 17, Anchor.START, TextWidth.clipped(row.title(), LABEL_SIZE * 1.08, room), "c-lab c-b c-name");
        drawn.text(
                0,
                top + 32,
                Anchor.START,
                TextWidth.clipped(row.note(), FONT_SIZE, isWide ? room : width),
                "c-tick c-note");
        drawn.text(width, isWide ? top + 23 : top + 17, Anchor.END, row.equation(), "c-lab c-name");
    }

    private void bars(Svg drawn, WaterfallChart.Row row, double top) {
        double one = x.at(1);
        double work = x.at(row.work());
        double wall = x.at(row.wall());
        double middle = top + BAR / 2;
        drawn.rect(bar(one, work, top, middle), "c-bar c-work");
        drawn.rect(bar(work, wall, middle, top + BAR), "c-bar c-par");
        drawn.line(wall, top - 4, wall, top + BAR + 4, "c-end");
    }

    /** Wide enough to be seen where the factor is 1. */
    private static Box bar(double from, double to, double top, double bottom) {
        double least = 1.2;
        double start = Math.min(from, to);
        return new Box(start, top, Math.max(start + least, Math.max(from, to)), bottom);
    }
}
