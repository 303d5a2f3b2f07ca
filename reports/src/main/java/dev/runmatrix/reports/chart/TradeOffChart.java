// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Wall time against peak memory, one mark a cell: what does memory buy? */
public final class TradeOffChart {
    private TradeOffChart() {}

    /**
     * One cell.
     *
     * @param cell id of the cell, written beside its mark
     * @param tip the same numbers in words
     * @param note why there is no valid result, {@code out of memory after 19 s}; empty for clean cells
     * @param family shape and colour
     * @param parallel whether the shape is filled
     * @param outcome how far the point may be believed
     * @param wall of the fork with the median; for a failure the time of death; not used when timed out
     * @param wallRange fastest to slowest fork; absent for fewer than two
     * @param rss greatest peak of all forks
     * @param onFront whether no other cell is both faster and smaller
     */
    public record Point(
            String cell,
            String tip,
            String note,
            Family family,
            boolean parallel,
            Outcome outcome,
            double wall,
            Optional<Range> wallRange,
            double rss,
            boolean onFront) {
        public Point {
            Amounts.checked("wall time of " + cell, wall);
            Amounts.checked("peak RSS of " + cell, rss);
        }

        private double reach() {
            return Math.max(wall, wallRange.map(Range::high).orElse(0.0));
        }

        List<String> texts(boolean isWide) {
            return note.isEmpty() || !isWide ? List.of(cell) : List.of(cell + " " + note, cell);
        }
    }

    /**
     * All cells.
     *
     * @param label what the drawing says, for those who cannot see it
     * @param wallTitle title of the horizontal axis with its unit
     * @param rssTitle title of the vertical axis with its unit
     * @param points in the order of the report
     * @param budget memory limit, in the unit of the vertical axis
     */
    public record Input(
            String label, String wallTitle, String rssTitle, List<Point> points, Optional<BudgetLine> budget) {
        public Input {
            points = List.copyOf(points);
        }

        double wallReach() {
            double reach = having(Outcome.CLEAN, Outcome.CONTAMINATED, Outcome.FAILED)
                    .mapToDouble(Point::reach)
                    .max()
                    .orElse(0);
            return reach == 0 ? 1 : reach * 1.08;
        }

        double rssReach() {
            double reach = points.stream().mapToDouble(Point::rss).max().orElse(0);
            double line = budget.filter(limit -> !limit.isFarAbove(reach))
                    .map(BudgetLine::value)
                    .orElse(0.0);
            return Math.max(reach, line) * 1.04;
        }

        Stream<Point> having(Outcome... outcomes) {
            return points.stream().filter(point -> List.of(outcomes).contains(point.outcome()));
        }
    }

    public static Figure draw(Input input) {
        return new Figure(new TradeOffPlot(input, true).drawing(), new TradeOffPlot(input, false).drawing());
    }
}
