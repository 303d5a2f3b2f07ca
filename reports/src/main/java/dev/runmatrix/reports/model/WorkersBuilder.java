// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Level;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.WorkerCurve;
import dev.runmatrix.harness.statistics.WorkerScaling;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.chart.ScalingChart;
import dev.runmatrix.reports.projection.WorkerFamily;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes up one configuration by its number of workers. */
final class WorkersBuilder {

    private static final int PIECES = 48;

    private final Scope scope;
    private final WorkerFamily family;
    private final WorkerScaling scaling;

    WorkersBuilder(Scope scope, WorkerFamily family) {
        this.scope = scope;
        this.family = family;
        this.scaling = family.scaling();
    }

    Scaling.Workers build(boolean drawn) {
        return new Scaling.Workers(
                name(),
                drawn && scaling.levels().size() > 1 ? Optional.of(figure()) : Optional.empty(),
                Text.of(caption()),
                family.members().stream().map(this::row).toList());
    }

    /** The label of its largest cell, which names the input where that is not the main one. */
    private String name() {
        return scope.label(family.members().get(family.members().size() - 1).cell())
                .replaceFirst("(\\d+) workers?", "by workers");
    }

    private Scaling.WorkersRow row(WorkerFamily.Member member) {
        Optional<Level> level = level(member);
        double[] walls = member.cell().ranked().wallSeconds();
        return new Scaling.WorkersRow(
                member.cell().name(),
                Units.count(member.workers()),
                Units.seconds(Median.of(walls)),
                Units.secondsRange(Median.range(walls)),
                Units.count(walls.length),
                level.filter(l -> !l.equals(scaling.levels().get(0)))
                        .map(this::efficiency)
                        .orElse(Units.DASH),
                level.flatMap(l -> scaling.curve().map(c -> Units.seconds(c.at(l.at()))))
                        .orElse(Units.DASH),
                level.isPresent() ? "" : "not used: more than the granted cores");
    }

    private Optional<Level> level(WorkerFamily.Member member) {
        return scaling.levels().stream().filter(l -> l.at() == member.workers()).findFirst();
    }

    private String efficiency(Level level) {
        Ratio efficiency = scaling.efficiency(level);
        return efficiency
                .interval()
                .map(i -> ScalingWords.withInterval(efficiency.estimate(), i))
                .orElseGet(() -> Units.fixed(efficiency.estimate(), 2));
    }

    private String caption() {
        int levels = scaling.levels().size();
        if (levels < 2) {
            return "Fewer than two numbers of workers within the granted cores: nothing is projected.";
        }
        if (levels < WorkerScaling.LEAST_LEVELS) {
            return "Two numbers of workers give bounds and no model. " + bounds();
        }
        WorkerCurve curve = scaling.curve().orElseThrow();
        String miss = Units.percent(scaling.largestMiss().orElse(0.0));
        if (!scaling.fits()) {
            return "No model fits: the curve misses a median by " + miss + " of it. Nothing is projected.";
        }
        return "T(N) = " + Units.seconds(curve.fixed()) + " + " + Units.seconds(curve.shared()) + "/N + "
                + Units.seconds(curve.added()) + " \u00b7 (N \u2212 1) seconds; it misses a median by "
                + miss + " of it at most. " + next() + knee();
    }

    private String bounds() {
        int due = scaling.furthest();
        return scaling.bounds(due)
                .map(b -> workers(due) + " would take between " + Units.seconds(b.low()) + " and "
                        + Units.secondsWithUnit(b.high())
                        + ": perfect scaling from here, or no better than today.")
                .orElse(beyond());
    }

    private String next() {
        int due = scaling.furthest();
        Optional<Projected> next = scaling.at(due);
        if (next.isPresent()) {
            ScalingWords words = new ScalingWords(scope.memory());
            Projected p = next.get();
            return workers(due) + ": "
                    + words.withInterval(
                            ProjectedQuantity.WALL,
                            p.value(),
                            p.interval().low(),
                            p.interval().high())
                    + " projected.";
        }
        return isLast(due) ? beyond() : "What " + workers(due) + " would take is too uncertain to tell.";
    }

    private boolean isLast(int due) {
        return scaling.levels().get(scaling.levels().size() - 1).at() >= due;
    }

    private String beyond() {
        return "Nothing is projected beyond the " + Units.grantedCores(family.cores()) + " granted cores.";
    }

    private String knee() {
        return scaling.knee()
                .map(k -> " It is fastest with " + Units.range(Units.fixed(k.low(), 1), Units.fixed(k.high(), 1))
                        + " workers, and slower with more.")
                .orElse("");
    }

    private static String workers(int number) {
        return Units.counted(number, "worker", "workers");
    }

    private Figure figure() {
        Optional<Projected> next = scaling.at(scaling.furthest());
        return ScalingChart.draw(new ScalingChart.Input(
                "Wall time by number of workers, " + name(),
                "workers",
                "wall, s",
                "perfect scaling",
                Units.grantedCores(family.cores()) + " cores granted",
                scope.family(family.members().get(0).cell()),
                family.members().stream().map(this::point).toList(),
                curve(next.isPresent()),
                family.cores(),
                scaling.furthest(),
                next.map(p -> fit(scaling.furthest(), p))));
    }

    private ScalingChart.Point point(WorkerFamily.Member member) {
        CellAnalysis cell = member.cell();
        List<Double> forks = new ArrayList<>();
        for (double wall : cell.ranked().wallSeconds()) {
            forks.add(wall);
        }
        return new ScalingChart.Point(
                cell.name(),
                scope.tip(cell),
                member.workers(),
                forks,
                level(member).isPresent());
    }

    private List<ScalingChart.Fit> curve(boolean projected) {
        List<ScalingChart.Fit> curve = new ArrayList<>();
        if (!scaling.fits()) {
            return curve;
        }
        double first = scaling.levels().get(0).at();
        double last = projected
                ? scaling.furthest()
                : scaling.levels().get(scaling.levels().size() - 1).at();
        for (int piece = 0; piece <= PIECES; piece++) {
            double at = first + (last - first) * piece / PIECES;
            scaling.curveAt(at).ifPresent(p -> curve.add(fit(at, p)));
        }
        return curve;
    }

    private static ScalingChart.Fit fit(double at, Projected p) {
        return new ScalingChart.Fit(
                at, p.value(), new Range(p.interval().low(), p.interval().high()));
    }
}
