// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Optional;

/** Cores used of those a cell could use, for a table row; all rows share one scale that ends at the granted cores. */
public final class CoresBar {
    private static final double WIDTH = 62;
    private static final double HEIGHT = 20;
    /** More separators than this would be all that is seen. */
    private static final int MOST_SEPARATORS = 12;

    private final double granted;
    private final LinearScale x;

    /** @param granted processors that the machine grants, above 0 */
    public CoresBar(double granted) {
        this.granted = Amounts.checkedPositive("granted cores", granted);
        this.x = new LinearScale(granted, 1, WIDTH - 3);
    }

    /**
     * What one row shows.
     *
     * @param cell id of the cell
     * @param used mean cores used; absent draws the track alone
     * @param requested cores asked for
     */
    public record Mark(String cell, Optional<Double> used, double requested) {
        public Mark {
            used.ifPresent(cores -> Amounts.checked("cores used by " + cell, cores));
            Amounts.checked("cores requested by " + cell, requested);
        }
    }

    public Drawing draw(Mark mark) {
        Svg svg = new Svg();
        content(svg, mark);
        return svg.besideNumbers(WIDTH, HEIGHT);
    }

    private void content(Svg svg, Mark mark) {
        double limit = x.at(Math.min(mark.requested(), granted));
        svg.rect(new Box(1, 6, limit, 14), "c-track");
        mark.used().ifPresent(used -> svg.rect(new Box(1, 6, x.at(used), 14), "c-bar c-par"));
        if (granted <= MOST_SEPARATORS) {
            separators(svg);
        }
        svg.line(limit, 3, limit, 17, "c-end");
    }

    private void separators(Svg svg) {
        Path all = new Path();
        for (int core = 1; core < granted; core++) {
            all.move(x.at(core), 5).down(15);
        }
        if (!all.isEmpty()) {
            svg.path(all, "c-sep");
        }
    }
}
