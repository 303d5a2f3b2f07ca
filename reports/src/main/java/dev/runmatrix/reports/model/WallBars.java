// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.chart.WallBar;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;

/** Bars of wall time for the rows of one table, all on one scale. */
final class WallBars {

    private final Scope scope;
    private final boolean isEmpty;
    private final double longest;
    private final WallBar bar;

    WallBars(Scope scope, List<CellAnalysis> cells) {
        this.scope = scope;
        this.isEmpty = cells.stream().allMatch(c -> c.numbers().isEmpty());
        this.longest = cells.stream()
                .flatMap(c -> c.numbers().stream())
                .mapToDouble(n -> n.wallRange().high())
                .max()
                .orElse(1);
        this.bar = new WallBar(longest);
    }

    /** The end of the scale in seconds. */
    double longest() {
        return longest;
    }

    /** {@code 0 to 105 s}; what would stand there, where nothing does. */
    String scale() {
        return isEmpty ? "Bar" : "0 to " + Units.secondsWithUnit(longest);
    }

    Optional<Drawing> draw(CellAnalysis cell) {
        return cell.numbers().map(n -> draw(cell, n));
    }

    private Drawing draw(CellAnalysis cell, CellNumbers numbers) {
        Interval range = numbers.wallRange();
        return bar.draw(new WallBar.Mark(
                cell.name(),
                scope.tip(cell),
                scope.family(cell),
                numbers.shown().wallSeconds(),
                new Range(range.low(), range.high()),
                !numbers.provisional()));
    }
}
