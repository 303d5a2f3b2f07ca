// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.analysis.Verdict;
import dev.runmatrix.reports.chart.CoresBar;
import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.chart.ForksStrip;
import dev.runmatrix.reports.chart.RssBar;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes one cell as a row of the matrix. */
final class RowBuilder {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private static final int LONGEST_FRONT = 40;

    private final Scope scope;
    private final RunAnalysis run;
    private final WallBars bars;
    private final String recommended;
    private final Timelines timelines;
    private final RssBar rssBar;
    private final CoresBar coresBar;
    private final double longestSeconds;

    RowBuilder(Scope scope, WallBars bars, String recommended, Timelines timelines) {
        this.scope = scope;
        this.run = scope.run();
        this.bars = bars;
        this.recommended = recommended;
        this.timelines = timelines;
        double largest = run.cells().stream()
                .flatMap(c -> c.peakRssBytes().stream())
                .mapToDouble(scope.memory()::in)
                .max()
                .orElse(0);
        this.rssBar =
                new RssBar(largest, scope.budget().rssBytes().filter(b -> b > 0).map(scope.memory()::in));
        this.coresBar = new CoresBar(scope.grantedCores());
        this.longestSeconds = CoresOverTime.longestSeconds(run.cells(), timelines);
    }

    /** Axes that differ between cells, the input left out: it groups the rows. */
    List<String> axes() {
        Set<String> axes = new LinkedHashSet<>();
        run.cells().forEach(c -> axes.addAll(c.planned().cell().axes().keySet()));
        axes.remove(CellAnalysis.DATASET);
        return axes.stream().filter(scope.labels()::varies).toList();
    }

    Matrix.Row build(CellAnalysis cell) {
        boolean isReference = cell.planned().reference();
        Optional<Comparison> comparison = run.comparison(cell);
        Optional<Comparison> comparable = comparison.filter(c -> c.verdict() != Verdict.CANNOT_TELL || cell.isRanked());
        boolean chosen = cell.name().equals(recommended);
        return new Matrix.Row(
                cell.name(),
                scope.labels().onItsInput(cell),
                axes().stream().map(a -> axis(cell.planned(), a)).toList(),
                scope.costs(cell),
                keys(cell, comparable),
                scope.stateTag(cell),
                scope.failureDetail(cell),
                isReference
                        ? "reference"
                        : comparable.map(c -> Units.ratio(c.shown())).orElse(Units.DASH),
                comparable
                        .flatMap(c -> c.ratio().interval())
                        .map(i -> Units.brackets(Units.ratioInterval(i)))
                        .orElse(""),
                comparison.map(c -> Wording.verdict(c.verdict())).orElse(""),
                bars(cell),
                Units.count(cell.count(ForkOutcome.CLEAN)) + " of "
                        + Units.count(cell.slots().size()),
                scope.output(cell),
                sparkline(cell),
                chosen || isReference || !cell.isRanked() || isOnShortFront(cell),
                chosen);
    }

    /** A front of very many cells makes none of them notable. */
    private boolean isOnShortFront(CellAnalysis cell) {
        return run.standings().front().size() <= LONGEST_FRONT
                && run.standings().front().contains(cell.name());
    }

    private static Matrix.Axis axis(PlannedCell cell, String axis) {
        Optional<String> value = CellLabels.effective(cell, axis);
        boolean number =
                cell.cell().get(axis).filter(v -> NUMBER.matcher(v).matches()).isPresent();
        String words = value.map(v -> axis.equals(CellLabels.MODE) ? Wording.mode(v) : v)
                .orElse(Units.DASH);
        String text = value.filter(v -> number && v.indexOf('.') < 0)
                .map(RowBuilder::grouped)
                .orElse(words);
        return new Matrix.Axis(text, value.orElse(""), number);
    }

    private static String grouped(String number) {
        return Units.count(Long.parseLong(number));
    }

    private static Matrix.Keys keys(CellAnalysis cell, Optional<Comparison> comparison) {
        Optional<CellNumbers> numbers = cell.numbers().filter(n -> !n.provisional());
        boolean reference = cell.planned().reference() && numbers.isPresent();
        return new Matrix.Keys(
                numbers.map(n -> key(n.shown().wallSeconds())).orElse(""),
                reference ? "1" : comparison.map(c -> key(c.shown())).orElse(""),
                numbers.map(n -> key(n.shown().cpuSeconds())).orElse(""),
                numbers.map(n -> key(n.shown().cores())).orElse(""),
                cell.peakRssBytes().map(String::valueOf).orElse(""),
                String.valueOf(cell.count(ForkOutcome.CLEAN)));
    }

    private static String key(double value) {
        return Units.trimmed(value, 6);
    }

    private Matrix.Bars bars(CellAnalysis cell) {
        Optional<Double> used = cell.numbers().map(n -> n.shown().cores());
        return new Matrix.Bars(
                bars.draw(cell),
                cell.numbers().map(n -> forks(cell, n)),
                used.map(u -> coresBar.draw(
                        new CoresBar.Mark(cell.name(), used, cell.planned().requestedWorkers()))),
                cell.peakRssBytes()
                        .map(r -> rssBar.draw(
                                new RssBar.Mark(cell.name(), scope.memory().in(r)))));
    }

    private static Drawing forks(CellAnalysis cell, CellNumbers numbers) {
        List<Double> walls = Arrays.stream(numbers.wallSeconds()).boxed().toList();
        return ForksStrip.draw(
                new ForksStrip.Mark(cell.name(), walls, numbers.shown().wallSeconds()));
    }

    private String sparkline(CellAnalysis cell) {
        List<ResourceSample> samples = timelines.byCell().getOrDefault(cell.name(), List.of());
        String end = cell.state() == CellState.TIMED_OUT ? "\u2192" : cell.state() == CellState.FAILED ? "\u00d7" : "";
        String line = CoresOverTime.sparkline(samples, longestSeconds, scope.grantedCores());
        return line.isEmpty() ? "" : line + end;
    }
}
