// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Judgement;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.comparison.SittingFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Growth from one build to another in one sitting. */
class ConfirmedIncreasesTest {

    private static final double[] TEN = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005, 1.012, 0.991, 0.985, 1.003};

    private final List<JudgedPair> pairs = new ArrayList<>();
    private boolean sameProgram;
    private Optional<RunComparison> compared = Optional.empty();

    @Test
    void whatIsSlowerBreaksTheRule() throws UnreadableRunException {
        StoredRun run = run(1);
        pair(run, 0, times(1.2), false);

        GateResult result = judge(run, growth(0.05, true)).get(0);

        assertThat(result.outcome()).isEqualTo(GateOutcome.FAIL);
        assertThat(result.value().orElseThrow()).isCloseTo(0.2, within(0.001));
        assertThat(result.interval().orElseThrow().low()).isBetween(0.15, 0.2);
        assertThat(result.sentence())
                .startsWith("C1 (dataset=data n=1): wall grew by 20 % from 1.00 s to 1.20 s, 95 % interval 1")
                .endsWith(
                        "where at most 5 % is allowed; 10 and 10 forks of both builds in one sitting: SLOWER; find what makes"
                                + " it so, or accept it for a time in accepted.yaml.");
    }

    @Test
    void theRulesOwnToleranceDecides() throws UnreadableRunException {
        StoredRun run = run(1);
        pair(run, 0, times(1.08), false);

        assertThat(judge(run, growth(0.05, true)).get(0).outcome()).isEqualTo(GateOutcome.FAIL);
        assertThat(judge(run, growth(0.15, true)).get(0).outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(judge(run, growth(0.08, true)).get(0).outcome()).isNotEqualTo(GateOutcome.PASS);
    }

    @Test
    void growthAloneIsBounded() throws UnreadableRunException {
        StoredRun run = run(1);
        // 90 % interval 0.938 to 1.009: perhaps 6 % less, which no one minds, and certainly not 5 % more.
        double[] less = {1.02, 0.90, 1.01, 0.93, 1.03, 1.0, 0.95, 0.91, 0.99, 0.98};
        pair(run, 0, less, false);

        assertThat(judge(run, growth(0.05, true)).get(0).outcome()).isEqualTo(GateOutcome.PASS);
    }

    @Test
    void whatIsNeitherTellsHowManyForksItTakes() throws UnreadableRunException {
        StoredRun run = run(1);
        double[] wild = {0.8, 1.4, 0.9, 1.3, 1.0, 1.2, 0.7, 1.5, 1.1, 0.95};
        pair(run, 0, wild, false);

        GateResult result = judge(run, growth(0.05, true)).get(0);

        assertThat(result.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(result.sentence())
                .containsPattern("neither kept nor broken for certain; it takes about \\d+ forks of each");
    }

    @Test
    void oneSlowCellAmongManyMayBeChanceUnlessTheRuleSaysOtherwise() throws UnreadableRunException {
        StoredRun run = run(12);
        // p = 0.0073: certain alone, and not among twelve.
        double[] slower = {1.06, 1.07, 1.075, 1.12, 0.97, 1.09, 1.08, 0.9891, 1.10, 1.08};
        pair(run, 0, slower, false);
        for (int cell = 1; cell < 12; cell++) {
            pair(run, cell, TEN, false);
        }

        GateResult weighed = judge(run, growth(0.05, true)).get(0);

        assertThat(judge(run, growth(0.05, false)).get(0).outcome()).isEqualTo(GateOutcome.FAIL);
        assertThat(weighed.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(weighed.sentence()).contains("one such cell among the 12 that the rule is about may be chance");
    }

    @Test
    void neitherTheMachineNorOneProgramTwiceIsToBlame() throws UnreadableRunException {
        StoredRun run = run(1);
        pair(run, 0, times(1.2), true);
        GateResult machine = judge(run, growth(0.05, true)).get(0);
        pairs.clear();
        pair(run, 0, times(1.2), false);
        sameProgram = true;
        GateResult same = judge(run, growth(0.05, true)).get(0);

        assertThat(machine.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(machine.sentence()).contains("the CPU time did not grow with it, and other programs ran beside");
        assertThat(same.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(same.sentence()).contains("both builds are the same program");
    }

    @Test
    void fiveForksAreTooFewAndABrokenBuildIsNotMeasured() throws UnreadableRunException {
        StoredRun run = run(2);
        pair(run, 0, Arrays.copyOf(times(1.2), 5), false);
        broken(run, 1);

        List<GateResult> results = judge(run, growth(0.05, true));

        assertThat(results.get(0).outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(results.get(0).sentence()).contains("5 and 10 forks", "too few forks, it takes 6 of each build");
        assertThat(results.get(1).outcome()).isEqualTo(GateOutcome.NOT_MEASURED);
        assertThat(results.get(1).sentence()).contains("of one of the two builds some fork failed");
    }

    @Test
    void aCellThatWasScreenedAndNotConfirmedKeepsWhatTheScreenSays() throws UnreadableRunException {
        StoredRun run = run(2);
        compared = Optional.of(RunComparison.of(run("a", 2), run));
        pair(run, 0, times(1.2), false);

        List<GateResult> results = judge(run, growth(0.2, true));

        assertThat(results.get(0).sentence()).contains("both builds in one sitting");
        assertThat(results.get(1).outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(results.get(1).sentence())
                .contains("in the baseline 'main'", "the bound is kept, whatever sittings");

        compared = Optional.empty();
        assertThat(judge(run, growth(0.2, true)).get(1).sentence()).endsWith("not measured in both builds.");
    }

    private List<GateResult> judge(StoredRun run, GateRule rule) throws UnreadableRunException {
        BuildFacts base = new BuildFacts("v1", BuildFacts.Kind.JAR, Optional.empty(), Optional.of("d1"));
        BuildFacts head =
                new BuildFacts("v2", BuildFacts.Kind.JAR, Optional.empty(), Optional.of(sameProgram ? "d1" : "d2"));
        return GateReport.of(
                        new Gate(Optional.of("main"), List.of(rule), false),
                        run,
                        compared,
                        Optional.of(new BuildComparison(run.run(), new BuildPair(base, head), WallClock.REGION, pairs)),
                        List.of(),
                        LocalDate.of(2026, 11, 22))
                .results();
    }

    private void pair(StoredRun run, int index, double[] head, boolean blamesTheMachine) {
        Judgement judgement = Judge.ofReleases().judge(Metric.WALL, head, TEN);
        pairs.add(pair(
                run.run().plan().cells().get(index),
                List.of(new JudgedMetric(
                        Metric.WALL,
                        Arrays.stream(TEN).boxed().toList(),
                        Arrays.stream(head).boxed().toList(),
                        Median.of(TEN),
                        Median.of(head),
                        new Confirmed(judgement.verdict(), judgement, 0),
                        blamesTheMachine))));
    }

    private void broken(StoredRun run, int index) {
        pairs.add(pair(run.run().plan().cells().get(index), List.of()));
    }

    private static JudgedPair pair(PlannedCell cell, List<JudgedMetric> metrics) {
        ComparedCell.Side side = new ComparedCell.Side(CellState.RANKED, 10, 10);
        return new JudgedPair(cell.cell(), cell, cell, side, side, metrics, Optional.empty());
    }

    private static GateRule growth(double limit, boolean holm) {
        return new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX_INCREASE, limit, 0.98, holm);
    }

    private static StoredRun run(int cells) {
        return run("b", cells);
    }

    private static StoredRun run(String build, int cells) {
        SittingFixture run = new SittingFixture(build);
        for (int cell = 1; cell <= cells; cell++) {
            run.cell(cell, TEN);
        }
        return run.stored();
    }

    private static double[] times(double factor) {
        return Arrays.stream(TEN).map(value -> value * factor).toArray();
    }
}
