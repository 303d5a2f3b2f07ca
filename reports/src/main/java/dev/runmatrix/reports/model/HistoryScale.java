// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.history.CellChange;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.HistoryPoint;
import dev.runmatrix.reports.history.RunSeries;
import java.util.List;

/**
 * The one scale that all cells of a series are drawn on, each against its own first level: equal ratios look equal.
 *
 * @param series the series
 * @param reach the ratio at its upper end; its reciprocal is the lower end
 */
record HistoryScale(RunSeries series, double reach) {

    /** Less would make mountains of noise. */
    private static final double LEAST = 1.12;

    /** One cell beyond it shall not flatten all others. */
    private static final double MOST = 2.1;

    private static final double AIR = 1.02;

    static HistoryScale of(RunSeries series) {
        HistoryScale any = new HistoryScale(series, MOST);
        double farthest =
                series.cells().stream().mapToDouble(any::farthest).max().orElse(0);
        return new HistoryScale(series, Math.max(LEAST, Math.min(MOST, AIR * Math.exp(farthest))));
    }

    /** Greatest distance of a compared run from the first level, in logarithms. */
    private double farthest(CellHistory cell) {
        if (cell.compared().isEmpty()) {
            return 0;
        }
        double base = base(cell);
        return cell.compared().stream()
                .mapToDouble(point -> Math.abs(Math.log(point.level().median() / base)))
                .max()
                .orElse(0);
    }

    /** The first level: the median of the runs before the first change. */
    double base(CellHistory cell) {
        List<HistoryPoint> points = cell.compared().isEmpty() ? cell.points() : cell.compared();
        long end = series.changesOf(cell).stream()
                .mapToLong((CellChange change) -> change.shift().night())
                .min()
                .orElse(Long.MAX_VALUE);
        double[] values = points.stream()
                .filter(point -> point.run() < end)
                .mapToDouble(point -> point.level().median())
                .toArray();
        return values.length == 0 ? points.get(0).level().median() : Median.of(values);
    }

    /** Where a ratio stands, 0 at the lower end to 1 at the upper one. */
    double share(double ratio) {
        double share = 0.5 + Math.log(ratio) / (2 * Math.log(reach));
        return Math.max(0, Math.min(1, share));
    }
}
