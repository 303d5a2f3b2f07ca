// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.BuildAxis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Confirmation;
import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Judgement;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How two builds that took turns are judged. */
final class Judging {

    private final StoredRun stored;
    private final BuildPair builds;
    private final WallClock clock;
    private final Map<Cell, Turns> settings = new LinkedHashMap<>();
    private final Judge judge = Judge.ofReleases();

    Judging(StoredRun stored) throws UnreadableRunException {
        this.stored = stored;
        this.builds = stored.run()
                .builds()
                .orElseThrow(() -> new IllegalArgumentException(
                        stored.run().id() + " measures one program, and not two builds in turns"));
        RunAnalysis analysis = RunAnalysis.of(stored);
        this.clock = analysis.clock();
        Map<Cell, CellAnalysis> bases = cells(analysis, BuildAxis.BASE);
        Map<Cell, CellAnalysis> heads = cells(analysis, BuildAxis.HEAD);
        bases.forEach((setting, base) -> Optional.ofNullable(heads.get(setting))
                .ifPresent(head -> settings.put(setting, Turns.of(setting, base, head, clock))));
    }

    private static Map<Cell, CellAnalysis> cells(RunAnalysis analysis, String build) {
        Map<Cell, CellAnalysis> cells = new LinkedHashMap<>();
        analysis.cells().stream()
                .filter(cell -> cell.planned()
                        .cell()
                        .get(BuildAxis.KEY)
                        .filter(build::equals)
                        .isPresent())
                .forEach(cell -> cells.put(BuildAxis.settingOf(cell.planned().cell()), cell));
        return cells;
    }

    BuildComparison result() {
        Map<Metric, Map<Cell, Confirmed>> confirmed = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            confirmed.put(metric, Confirmation.of(judged(metric)));
        }
        List<JudgedPair> pairs = settings.entrySet().stream()
                .map(setting -> pair(setting.getValue(), of(setting.getKey(), confirmed)))
                .toList();
        return new BuildComparison(stored.run(), builds, clock, pairs);
    }

    /** What each setting shows by itself; settings of which nothing can be compared are left out. */
    private Map<Cell, Judgement> judged(Metric metric) {
        Map<Cell, Judgement> judged = new LinkedHashMap<>();
        settings.forEach((setting, turns) -> {
            double[] before = turns.base().values(metric);
            double[] after = turns.head().values(metric);
            if (!turns.isBroken() && turns.has(before, after)) {
                judged.put(setting, judge.judge(metric, after, before));
            }
        });
        return judged;
    }

    private static Map<Metric, Confirmed> of(Cell setting, Map<Metric, Map<Cell, Confirmed>> confirmed) {
        Map<Metric, Confirmed> own = new EnumMap<>(Metric.class);
        confirmed.forEach(
                (metric, all) -> Optional.ofNullable(all.get(setting)).ifPresent(found -> own.put(metric, found)));
        return own;
    }

    private JudgedPair pair(Turns turns, Map<Metric, Confirmed> confirmed) {
        List<JudgedMetric> metrics = new ArrayList<>();
        confirmed.forEach((metric, found) -> metrics.add(new JudgedMetric(
                metric,
                list(turns.base().values(metric)),
                list(turns.head().values(metric)),
                Median.of(turns.base().values(metric)),
                Median.of(turns.head().values(metric)),
                found,
                metric == Metric.WALL && movesAlone(found, confirmed) && maybeOfTheMachine(turns, found.verdict()))));
        return new JudgedPair(
                turns.setting(),
                turns.base().planned(),
                turns.head().planned(),
                turns.base().side(),
                turns.head().side(),
                metrics,
                turns.head().against(turns.base()));
    }

    /** Whether wall has a verdict that CPU seconds do not share. */
    private static boolean movesAlone(Confirmed wall, Map<Metric, Confirmed> confirmed) {
        boolean moves = wall.verdict() == Verdict.SLOWER || wall.verdict() == Verdict.FASTER;
        return moves
                && Optional.ofNullable(confirmed.get(Metric.CPU))
                        .filter(cpu -> cpu.verdict() == wall.verdict())
                        .isEmpty();
    }

    /**
     * Whether the machine may be all there is to a verdict on wall: other programs disturbed most forks, and without the time
     * for which the threads of the slower build waited for a processor, which is all that other programs can make them wait,
     * it would not be the slower one. That time is taken off one side only, as it is an upper bound: several threads may wait
     * at once.
     */
    private boolean maybeOfTheMachine(Turns turns, Verdict verdict) {
        if (!turns.isDisturbed()) {
            return false;
        }
        boolean slower = verdict == Verdict.SLOWER;
        Optional<double[]> head = slower
                ? turns.head().wallsWithoutWaiting()
                : Optional.of(turns.head().values(Metric.WALL));
        Optional<double[]> base = slower
                ? Optional.of(turns.base().values(Metric.WALL))
                : turns.base().wallsWithoutWaiting();
        return head.isEmpty()
                || base.isEmpty()
                || judge.judge(Metric.WALL, head.get(), base.get()).verdict() != verdict;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /**
     * The forks of both builds in a setting.
     *
     * @param setting the setting
     * @param base forks of the one
     * @param head forks of the other
     * @param isDisturbed whether other programs ran beside more than half of the forks of either
     */
    private record Turns(Cell setting, MeasuredCell base, MeasuredCell head, boolean isDisturbed) {

        static Turns of(Cell setting, CellAnalysis base, CellAnalysis head, WallClock clock) {
            return new Turns(
                    setting,
                    MeasuredCell.withDisturbedForks(base, clock),
                    MeasuredCell.withDisturbedForks(head, clock),
                    MeasuredCell.isMostlyDisturbed(base) || MeasuredCell.isMostlyDisturbed(head));
        }

        /**
         * Whether there are values to compare. Where forks are many enough and values are not, too little was used to be
         * counted, and the few forks in which some was seen are no fair sample.
         */
        boolean has(double[] before, double[] after) {
            int forks = Math.min(base.side().clean(), head.side().clean());
            return Math.min(before.length, after.length) >= Math.min(Math.max(forks, 1), Verdict.LEAST_FORKS);
        }

        boolean isBroken() {
            return base.side().isBroken() || head.side().isBroken();
        }
    }
}
