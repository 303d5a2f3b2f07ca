// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.math.BigDecimal;

/** The field of a chart with two axes: grid, ticks, titles and the budget line. */
record PlotFrame(Box field, LinearScale y, Ticks yTicks) {
    private static final double FONT_SIZE = 12;
    private static final double TITLE_ROOM = 32;
    private static final double TICK_ROOM = 42;

    /** A field below {@code top} with room for titles and for the ticks at the left. */
    static PlotFrame within(double width, double height, double top, double rightMargin, double reach) {
        Ticks ticks = Ticks.covering(reach, 6);
        double left = 10
                + ticks.values().stream()
                        .mapToDouble(PlotFrame::tickWidth)
                        .max()
                        .orElse(0);
        Box field = new Box(left, top + TITLE_ROOM, width - rightMargin, height - TICK_ROOM);
        return new PlotFrame(field, new LinearScale(ticks.last(), field.bottom(), field.top()), ticks);
    }

    private static double tickWidth(BigDecimal value) {
        return TextWidth.of(Ticks.text(value), FONT_SIZE);
    }

    void drawGrid(Svg svg, String xTitle, String yTitle) {
        for (BigDecimal value : yTicks.values()) {
            double height = y.at(value.doubleValue());
            svg.line(field.left(), height, field.right(), height, value.signum() == 0 ? "c-axis" : "c-grid");
            svg.text(field.left() - 7, height + 4, Anchor.END, Ticks.text(value), "c-tick");
        }
        svg.text(0, field.top() - 15, Anchor.START, yTitle, "c-lab");
        svg.text((field.left() + field.right()) / 2, field.bottom() + 36, Anchor.MIDDLE, xTitle, "c-lab");
    }

    void drawTick(Svg svg, double x, String text) {
        svg.line(x, field.bottom(), x, field.bottom() + 4, "c-axis");
        svg.text(x, field.bottom() + 17, Anchor.MIDDLE, text, "c-tick");
    }

    /** Tints what is above the budget; where the budget is above the field, says so at its top. */
    void drawBudget(Svg svg, BudgetLine budget, Labels labels) {
        boolean outside = budget.value() > y.domainEnd();
        double height = outside ? field.top() : y.at(budget.value());
        if (!outside) {
            svg.rect(new Box(field.left(), field.top(), field.right(), height), "c-over");
            svg.line(field.left(), height, field.right(), height, "c-limit");
        }
        String text = outside ? "\u2191 " + budget.text() : budget.text();
        boolean below = height - field.top() < 16;
        double base = below ? height + 14 : height - 6;
        svg.text(field.left() + 5, base, Anchor.START, text, "c-tick c-fail-t");
        labels.keepFree(new Box(field.left(), base - 11, field.left() + 9 + TextWidth.of(text, FONT_SIZE), base + 4));
        labels.avoidLine(field.left(), height, field.right(), height);
    }

    static void write(Svg svg, Labels.Label label, String cssClass) {
        svg.text(label.x(), label.y(), label.anchor(), label.text(), cssClass);
    }
}
