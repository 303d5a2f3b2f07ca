// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Optional;

/** Peak memory for a table row, with a tick at the budget; all rows share one scale from 0. */
public final class RssBar {
    private static final double WIDTH = 60;
    private static final double HEIGHT = 20;

    private final LinearScale x;
    private final Optional<Double> budget;

    /**
     * @param largest the greatest value of the column, 0 when there is none
     * @param budget same unit; drawn when it lies on the scale, which it stretches by half at most
     */
    public RssBar(double largest, Optional<Double> budget) {
        Amounts.checked("largest", largest);
        double end = budget.filter(value -> value <= 1.5 * largest || largest == 0)
                .map(value -> Math.max(value * 1.05, largest))
                .orElse(largest);
        this.x = new LinearScale(end == 0 ? 1 : end, 1, WIDTH - 2);
        this.budget = budget;
    }

    /**
     * What one row shows.
     *
     * @param cell id of the cell
     * @param value in the unit of the column
     */
    public record Mark(String cell, double value) {
        public Mark {
            Amounts.checked("peak RSS of " + cell, value);
        }
    }

    public Drawing draw(Mark mark) {
        Svg svg = new Svg();
        content(svg, mark);
        return svg.besideNumbers(WIDTH, HEIGHT);
    }

    private void content(Svg svg, Mark mark) {
        boolean over = budget.filter(limit -> mark.value() > limit).isPresent();
        svg.rect(new Box(1, 6, Math.max(2, x.at(mark.value())), 14), over ? "c-bar c-over-budget" : "c-bar c-mem");
        budget.filter(limit -> limit <= x.domainEnd())
                .ifPresent(limit -> svg.line(x.at(limit), 3, x.at(limit), 17, "c-end"));
    }
}
