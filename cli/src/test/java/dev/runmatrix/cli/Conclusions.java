// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Confirmation;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends of runs, made by hand. */
final class Conclusions {

    private static final double[] NOISE = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005, 0.995, 1.015};

    private Conclusions() {}

    private static RunAnalysis analysis(StoredRun stored) {
        try {
            return RunAnalysis.of(stored);
        } catch (UnreadableRunException e) {
            throw new IllegalArgumentException("a run that is made here adds up", e);
        }
    }

    static Concluded plain(Path folder, StoredRun stored) {
        return Concluded.of(analysis(stored), folder, Optional.empty(), Optional.empty());
    }

    static Concluded gated(Path folder, StoredRun stored, GateResult... results) {
        GateReport gate = new GateReport(List.of(results), List.of("a rule names no cell"));
        return plain(folder, stored).gated(gate);
    }

    static Concluded built(Path folder, StoredRun stored, JudgedPair... pairs) {
        BuildFacts base = new BuildFacts(
                "v1",
                BuildFacts.Kind.REVISION,
                Optional.of("0123456789abcdef0123456789abcdef01234567"),
                Optional.of("a"));
        BuildFacts head = new BuildFacts("HEAD", BuildFacts.Kind.REVISION, Optional.empty(), Optional.of("b"));
        BuildComparison builds =
                new BuildComparison(stored.run(), new BuildPair(base, head), WallClock.PROCESS, List.of(pairs));
        return Concluded.of(analysis(stored), folder, Optional.empty(), Optional.of(builds));
    }

    /** Two cells of which the second one is what the forks say. */
    static StoredRun run(List<ForkRecord> second) {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            forks.add(StoredRuns.good("C01", i, NOISE[i - 1], 1));
        }
        forks.addAll(second);
        return StoredRuns.of(SavedSittings.CELLS, forks);
    }

    static StoredRun goodRun() {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            forks.add(StoredRuns.good("C02", i, 2 * NOISE[i - 1], 1));
        }
        return run(forks);
    }

    static GateResult rule(PlannedCell cell, GateOutcome outcome, String sentence) {
        return rule(
                cell,
                outcome,
                sentence,
                outcome == GateOutcome.ACCEPTED ? Optional.of("Ada until May") : Optional.empty());
    }

    private static GateResult rule(PlannedCell cell, GateOutcome outcome, String sentence, Optional<String> accepted) {
        GateRule rule = new GateRule(
                GateMetric.WALL,
                new CellFilter("*", Map.of()),
                GateRule.Bound.MAX_INCREASE,
                0.05,
                GateRule.DEFAULT_CONFIDENCE,
                true);
        return new GateResult(
                rule,
                "wall grows by at most 5 %",
                cell,
                CellOutcome.setting(cell),
                outcome,
                Optional.of(0.12),
                Optional.empty(),
                sentence,
                accepted);
    }

    /** A setting in which the head takes so many times as much of everything. */
    static JudgedPair pair(PlannedCell cell, double times) {
        Judge judge = Judge.ofReleases();
        double[] base = NOISE;
        double[] head = Arrays.stream(NOISE).map(noise -> noise * times).toArray();
        List<JudgedMetric> metrics = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            metrics.add(new JudgedMetric(
                    metric,
                    Arrays.stream(base).boxed().toList(),
                    Arrays.stream(head).boxed().toList(),
                    1,
                    times,
                    Confirmation.of(Map.of("it", judge.judge(metric, head, base)))
                            .values()
                            .iterator()
                            .next(),
                    false));
        }
        ComparedCell.Side side = new ComparedCell.Side(CellState.RANKED, NOISE.length, NOISE.length);
        return new JudgedPair(cell.cell(), cell, cell, side, side, metrics, Optional.empty());
    }

    /** A setting of which one build broke. */
    static JudgedPair brokenPair(PlannedCell cell) {
        ComparedCell.Side good = new ComparedCell.Side(CellState.RANKED, 6, 6);
        ComparedCell.Side broken = new ComparedCell.Side(CellState.TIMED_OUT, 6, 2);
        return new JudgedPair(cell.cell(), cell, cell, good, broken, List.of(), Optional.empty());
    }
}
