// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.chart.TimelineChart;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws cores and memory over time. */
final class TimelineBuilder {

    /** With more cells than this, only the notable ones are open. */
    private static final int MANY = 24;

    /** More than these nobody looks through, and each takes kilobytes. */
    private static final int MOST = 50;

    private final Scope scope;
    private final RunAnalysis run;
    private final String recommended;
    private final Timelines timelines;

    TimelineBuilder(Scope scope, String recommended, Timelines timelines) {
        this.scope = scope;
        this.run = scope.run();
        this.recommended = recommended;
        this.timelines = timelines;
    }

    TimelineSection build() {
        List<CellAnalysis> sampled = run.cells().stream()
                .filter(c -> timelines.byCell().containsKey(c.name()))
                .toList();
        List<CellAnalysis> cells = drawn(sampled);
        if (cells.isEmpty()) {
            return new TimelineSection(Text.of("No samples are stored beside this run."), List.of(), List.of());
        }
        TimelineChart.Input input = new TimelineChart.Input(
                "RSS, " + scope.memory().name(),
                scope.grantedCores(),
                scope.budget().rssBytes().filter(b -> b > 0).map(scope.memory()::in),
                cells.stream().map(this::panel).toList());
        List<TimelineChart.Drawn> drawn = TimelineChart.draw(input);
        List<TimelineSection.Panel> shown = new ArrayList<>();
        List<TimelineSection.Panel> folded = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean open = cells.size() <= MANY || isNotable(cells.get(i));
            (open ? shown : folded).add(view(cells.get(i), drawn.get(i)));
        }
        return new TimelineSection(lead(input, sampled.size() - cells.size() + timelines.unread()), shown, folded);
    }

    /** Where there are too many: the notable ones first, then the fastest; in the order of the plan. */
    private List<CellAnalysis> drawn(List<CellAnalysis> sampled) {
        if (sampled.size() <= MOST) {
            return sampled;
        }
        Set<String> names = sampled.stream().map(CellAnalysis::name).collect(Collectors.toSet());
        Set<String> kept = Stream.of(
                        sampled.stream().filter(this::isNamed),
                        run.standings().ranked().stream().filter(this::isNotable),
                        sampled.stream().filter(this::isNotable),
                        run.standings().ranked().stream(),
                        sampled.stream())
                .flatMap(cells -> cells.map(CellAnalysis::name))
                .filter(names::contains)
                .distinct()
                .limit(MOST)
                .collect(Collectors.toSet());
        return sampled.stream().filter(c -> kept.contains(c.name())).toList();
    }

    private boolean isNotable(CellAnalysis cell) {
        return isNamed(cell) || !cell.isRanked() || run.standings().front().contains(cell.name());
    }

    private boolean isNamed(CellAnalysis cell) {
        return cell.name().equals(recommended) || cell.planned().reference();
    }

    private Text lead(TimelineChart.Input input, int left) {
        String budget = scope.budget()
                .rssBytes()
                .map(b -> TimelineChart.showsBudget(input)
                        ? ", dashed line at the budget of " + scope.memory().limit(b)
                        : "; the budget of " + scope.memory().limit(b) + " lies far above")
                .orElse("");
        return Text.of(
                "One panel a cell: the fork with the median wall time, from the start to the end of its process, sampled every "
                        + run.spec().protocol().samplePeriod().toMillis() + Units.SPACE
                        + "ms. All panels share one time axis, so a shorter run is a narrower shape. Above: cores used, averaged over "
                        + Units.trimmed(TimelineChart.windowSeconds(input), 2) + Units.SPACE
                        + "s or more, dashed line at the "
                        + Units.grantedCores(scope.grantedCores())
                        + " granted; grey: other processes. The black line is the end of the process; the time in the heading is "
                        + (run.clock() == WallClock.REGION ? "that of the aggregation in it" : "its own")
                        + ". Below: RSS"
                        + budget + "."
                        + (left > 0
                                ? " " + Units.counted(left, "further cell is", "further cells are") + " not drawn."
                                : ""));
    }

    private TimelineChart.Panel panel(CellAnalysis cell) {
        List<ResourceSample> samples = timelines.byCell().getOrDefault(cell.name(), List.of());
        double last = samples.get(samples.size() - 1).elapsedMillis() / 1000.0;
        double end = cell.shownAttempt()
                .flatMap(a -> a.process())
                .map(p -> p.wallNanos() / 1e9)
                .orElse(last);
        String note = cell.state() == CellState.FAILED || cell.state() == CellState.TIMED_OUT
                ? Wording.state(cell) + ", " + Units.secondsWithUnit(end)
                : "";
        return new TimelineChart.Panel(
                cell.name(),
                "Cores and memory over time of " + scope.tip(cell),
                note,
                scope.family(cell),
                TradeOffBuilder.outcome(cell),
                Math.max(end, last),
                samples.stream().map(this::sample).toList());
    }

    private TimelineChart.Sample sample(ResourceSample sample) {
        return new TimelineChart.Sample(
                Math.max(0, sample.elapsedMillis() / 1000.0),
                Math.max(0, sample.cpuMillis() / 1000.0),
                Math.max(0, sample.hostBusyMillis() / 1000.0),
                Math.max(0, scope.memory().in(sample.rssBytes())));
    }

    private TimelineSection.Panel view(CellAnalysis cell, TimelineChart.Drawn drawn) {
        Costs costs = scope.costs(cell);
        boolean counted = cell.isRanked() || cell.state() == CellState.FEW_FORKS;
        return new TimelineSection.Panel(
                cell.name(),
                scope.label(cell),
                counted ? costs.wall() + Units.SPACE + "s" : Wording.state(cell),
                Optional.of(costs.cores())
                        .filter(c -> counted)
                        .map(c -> c + " cores")
                        .orElse(""),
                drawn.figure());
    }
}
