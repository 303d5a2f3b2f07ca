// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.chart.Outcome;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.chart.TradeOffChart;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.List;
import java.util.Optional;

/** Sets time against memory. */
final class TradeOffBuilder {

    private static final int MOST_NAMES = 8;

    private final Scope scope;
    private final RunAnalysis run;
    private final Standings standings;

    TradeOffBuilder(Scope scope) {
        this.scope = scope;
        this.run = scope.run();
        this.standings = run.standings();
    }

    TradeOff build() {
        return new TradeOff(
                lead(), scope.memory().name(), scatter(), caption(), rows(), new GrowthBuilder(scope).build());
    }

    private Text lead() {
        int front = standings.front().size();
        if (front == 0) {
            return Text.of("No cell has a rank, so there is no front.");
        }
        List<String> over = standings.ranked().stream()
                .filter(c -> standings.front().contains(c.name()))
                .filter(c -> scope.budget()
                        .rssBytes()
                        .filter(b -> c.rankedRssBytes() > b)
                        .isPresent())
                .map(CellAnalysis::name)
                .toList();
        String exceeds = over.isEmpty()
                ? ""
                : " Of these, " + Wording.list(over) + (over.size() == 1 ? " exceeds" : " exceed")
                        + " the memory budget.";
        return Text.of(onTheFront()
                + " on the Pareto front: no other cell is faster without more memory, or smaller without more time."
                + exceeds);
    }

    /** The cells of the front by wall time, named while they are few. */
    private String onTheFront() {
        List<String> front = standings.ranked().stream()
                .map(CellAnalysis::name)
                .filter(standings.front()::contains)
                .toList();
        return front.size() > MOST_NAMES
                ? Units.count(front.size()) + " cells are"
                : Wording.list(front) + (front.size() == 1 ? " is" : " are");
    }

    private Text caption() {
        String main = standings
                .fastestFitting()
                .map(c -> c.name() + " is the fastest configuration"
                        + (scope.budgetWords().isEmpty() ? "" : " within " + scope.budgetWords()) + ".")
                .orElse(standings.ranked().isEmpty() ? "No cell has a rank." : "No ranked cell keeps the budget.");
        return Text.empty().strong(main).plain(" Bars: fastest to slowest fork. Hollow: one worker at a time.");
    }

    private Optional<Figure> scatter() {
        List<TradeOffChart.Point> points =
                run.mainCells().stream().flatMap(c -> point(c).stream()).toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TradeOffChart.draw(new TradeOffChart.Input(
                "Wall time against peak memory of " + Units.counted(points.size(), "cell", "cells"),
                "wall time, s",
                "peak RSS, " + scope.memory().name(),
                points,
                scope.budgetLine())));
    }

    private Optional<TradeOffChart.Point> point(CellAnalysis cell) {
        Optional<Double> wall = cell.failure()
                .flatMap(f -> f.afterSeconds())
                .or(() -> cell.numbers().map(n -> n.shown().wallSeconds()));
        if (wall.isEmpty() || cell.peakRssBytes().isEmpty()) {
            return Optional.empty();
        }
        String note = cell.isRanked() || cell.state() == CellState.FEW_FORKS
                ? ""
                : Wording.state(cell)
                        + cell.failure()
                                .filter(f -> !Wording.isLimit(f))
                                .flatMap(f -> f.afterSeconds())
                                .map(s -> " after " + Units.secondsWithUnit(s))
                                .orElse("");
        return Optional.of(new TradeOffChart.Point(
                cell.name(),
                scope.tip(cell),
                note,
                scope.family(cell),
                !CellLabels.isSerial(cell.planned()),
                outcome(cell),
                wall.get(),
                cell.numbers()
                        .filter(n -> n.n() > 1 && cell.failure().isEmpty())
                        .map(TradeOffBuilder::range),
                scope.memory().in(cell.peakRssBytes().get()),
                standings.front().contains(cell.name())));
    }

    static Range range(CellNumbers numbers) {
        Interval range = numbers.wallRange();
        return new Range(range.low(), range.high());
    }

    static Outcome outcome(CellAnalysis cell) {
        return switch (cell.state()) {
            case RANKED, FEW_FORKS, NOT_RUN -> Outcome.CLEAN;
            case CONTAMINATED -> Outcome.CONTAMINATED;
            case FAILED, WRONG_OUTPUT -> Outcome.FAILED;
            case TIMED_OUT -> Outcome.TIMED_OUT;
        };
    }

    private List<TradeOff.Row> rows() {
        return run.mainCells().stream()
                .filter(c -> c.numbers().isPresent() || c.peakRssBytes().isPresent())
                .sorted(RowOrder.comparator())
                .map(c -> new TradeOff.Row(c.name(), scope.label(c), scope.costs(c), front(c)))
                .toList();
    }

    private String front(CellAnalysis cell) {
        if (!cell.isRanked()) {
            return Wording.state(cell);
        }
        return standings.front().contains(cell.name()) ? "yes" : "no";
    }
}
