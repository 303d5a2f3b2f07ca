// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Optional;
import java.util.stream.DoubleStream;

/** A value with its interval before its limits, for a table row, from 0 on a scale of its own; the failing sides are tinted. */
public final class ClaimBar {
    private static final double WIDTH = 112;
    private static final double HEIGHT = 20;
    private static final double MIDDLE = 10;
    private static final double AIR = 1.15;

    private ClaimBar() {}

    /**
     * What one row shows.
     *
     * @param claim id of the claim
     * @param tip the same numbers in words
     * @param value in the unit of the limits, 0 or more
     * @param interval around the value; absent where there is none
     * @param least the limit from below; absent where there is none
     * @param most the limit from above; absent where there is none
     * @param fails whether the value breaks a limit
     */
    public record Mark(
            String claim,
            String tip,
            double value,
            Optional<Range> interval,
            Optional<Double> least,
            Optional<Double> most,
            boolean fails) {
        public Mark {
            Amounts.checked("value of " + claim, value);
            least.ifPresent(end -> Amounts.checked("least of " + claim, end));
            most.ifPresent(end -> Amounts.checked("most of " + claim, end));
        }
    }

    public static Drawing draw(Mark mark) {
        Svg svg = new Svg();
        content(svg, mark);
        return svg.inRow(WIDTH, HEIGHT, mark.tip());
    }

    private static void content(Svg svg, Mark mark) {
        double end = DoubleStream.of(
                        mark.value(),
                        mark.interval().map(Range::high).orElse(0.0),
                        mark.least().orElse(0.0),
                        mark.most().orElse(0.0))
                .max()
                .orElse(0);
        LinearScale x = new LinearScale(end == 0 ? 1 : end * AIR, 1, WIDTH - 1);
        mark.least().ifPresent(limit -> svg.rect(new Box(x.at(0), 1, x.at(limit), 19), "c-over"));
        mark.most().ifPresent(limit -> svg.rect(new Box(x.at(limit), 1, WIDTH - 1, 19), "c-over"));
        double tip = Math.max(x.at(mark.value()), x.at(0) + 1);
        svg.rect(new Box(x.at(0), 6, tip, 14), mark.fails() ? "c-bar c-over-budget" : "c-bar c-mem");
        mark.interval().ifPresent(range -> Symbols.whisker(svg, x.at(range.low()), x.at(range.high()), MIDDLE, 3.5));
        mark.least().ifPresent(limit -> svg.line(x.at(limit), 1, x.at(limit), 19, "c-end"));
        mark.most().ifPresent(limit -> svg.line(x.at(limit), 1, x.at(limit), 19, "c-end"));
    }
}
