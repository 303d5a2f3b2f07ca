// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.comparison.SittingFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fixed bounds, and growth since another sitting. */
class GateReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final double[] SIX = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};

    @Test
    void aBoundIsKeptOrBrokenWhereTheWholeIntervalIs() throws UnreadableRunException {
        SittingFixture run = run("b").cell(1, SIX).cell(2, times(2));

        List<GateResult> results =
                bounds(run, rule(GateMetric.WALL, Bound.MAX, 1.5)).results();

        assertThat(results).extracting(GateResult::outcome).containsExactly(GateOutcome.PASS, GateOutcome.FAIL);
        assertThat(results.get(1).sentence())
                .isEqualTo(
                        "C2 (dataset=data n=2): wall is 2.01 s, where at most 1.50 s is allowed, in 6 forks, 95 % interval"
                                + " of the median 1.96 s to 2.04 s: all of it is beyond the bound; change the program or the bound,"
                                + " or accept it for a time in accepted.yaml.");
        assertThat(results.get(1).value().orElseThrow()).isCloseTo(2.005, within(1e-9));
        assertThat(results.get(1).interval().orElseThrow().low()).isCloseTo(1.96, within(1e-9));
        assertThat(results.get(1).ruleText()).isEqualTo("wall is at most 1500ms");
        assertThat(results.get(1).cellText()).isEqualTo("dataset=data n=2");
    }

    @Test
    void aBoundInsideTheIntervalIsNeither() throws UnreadableRunException {
        GateResult result = only(bounds(run("b").cell(1, SIX), rule(GateMetric.WALL, Bound.MAX, 1)));

        assertThat(result.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(result.sentence())
                .contains("the bound lies inside; './run-matrix --append 20260101T000000Z-b --forks 12' makes more.");
    }

    @Test
    void theLeastThatMayBeIsTheMirrorImage() throws UnreadableRunException {
        SittingFixture run = run("b").rss(3).cell(1, SIX);

        assertThat(only(bounds(run, rule(GateMetric.PEAK_RSS, Bound.MIN, 2e9))).outcome())
                .isEqualTo(GateOutcome.PASS);
        GateResult broken = only(bounds(run, rule(GateMetric.PEAK_RSS, Bound.MIN, 4e9)));
        assertThat(broken.outcome()).isEqualTo(GateOutcome.FAIL);
        assertThat(broken.sentence()).contains("rss_peak is 3.00 GB, where at least 4.00 GB is allowed");
    }

    @Test
    void coresAreMeasuredAgainstTheWorkersOrTheProcessorsWhereThoseAreFewer() throws UnreadableRunException {
        SittingFixture run =
                run("b").workers(2).cellOfCpu(1, 1.5, SIX).workers(8).cellOfCpu(2, 1.5, SIX);

        List<GateResult> results = bounds(run, rule(GateMetric.CORES_USED, Bound.MIN_FRACTION_OF_REQUESTED, 0.6))
                .results();

        assertThat(results.get(0).outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(results.get(0).value().orElseThrow()).isCloseTo(0.75, within(1e-6));
        assertThat(results.get(1).outcome()).isEqualTo(GateOutcome.FAIL);
        assertThat(results.get(1).value().orElseThrow()).isCloseTo(1.5 / 4, within(1e-6));
        assertThat(results.get(1).sentence())
                .contains("1.50 cores of 4.00 cores (8 workers were asked for, and the run had no more cores)");
    }

    @Test
    void fewCleanForksShowAllForksAndNothingForCertain() throws UnreadableRunException {
        GateResult disturbed =
                only(bounds(run("b").cell(1, 9, 9, 9).disturbed(9, 9, 9), rule(GateMetric.WALL, Bound.MAX, 5)));
        GateResult five = only(bounds(run("b").cell(1, 9, 9, 9, 9, 9), rule(GateMetric.WALL, Bound.MAX, 5)));

        assertThat(disturbed.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(disturbed.value()).contains(9.0);
        assertThat(disturbed.sentence()).contains("but a bound takes 4 undisturbed forks, and this cell has 3 of 6");
        assertThat(five.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(five.sentence()).contains("in 5 forks: too few forks for a 95 % interval", "--forks 1'");
    }

    @Test
    void memoryIsJudgedByAllForksAsNoOtherProgramTakesIt() throws UnreadableRunException {
        SittingFixture run = run("b").rss(3).cell(1, 1, 1).disturbed(1, 1, 1, 1);

        assertThat(only(bounds(run, rule(GateMetric.PEAK_RSS, Bound.MAX, 2e9))).outcome())
                .isEqualTo(GateOutcome.FAIL);
    }

    @Test
    void ofACellThatFailedNothingIsJudged() throws UnreadableRunException {
        GateResult result = only(bounds(run("b").cell(1, SIX).failed(), rule(GateMetric.WALL, Bound.MAX, 5)));

        assertThat(result.outcome()).isEqualTo(GateOutcome.NOT_MEASURED);
        assertThat(result.sentence()).contains("some fork of it failed, which the exit status of the run tells.");
    }

    @Test
    void aRuleIsAboutTheCellsThatItNamesAndSaysSoWhereThereIsNone() throws UnreadableRunException {
        SittingFixture run = run("b").cell(1, SIX).cell(2, SIX);

        GateReport report = bounds(run, named(rule(GateMetric.WALL, Bound.MAX, 5), "n=2"));
        GateReport none = bounds(run, named(rule(GateMetric.WALL, Bound.MAX, 5), "n=7"));

        assertThat(only(report).cell().name()).isEqualTo("C2");
        assertThat(none.results()).isEmpty();
        assertThat(none.notices())
                .containsExactly("The rule 'wall is at most 5s' for cells 'n=7' names no cell of this run.");
    }

    @Test
    void withoutABaselineGrowthIsNotMeasured() throws UnreadableRunException {
        assertThat(only(bounds(run("b").cell(1, SIX), growth(0.05))).sentence())
                .isEqualTo("C1 (dataset=data n=1): there is nothing to compare with; name a baseline with --baseline or"
                        + " gate.baseline.");
        GateReport named = GateReport.of(
                new Gate(Optional.of("main-c1a55"), List.of(growth(0.05)), false),
                run("b").cell(1, SIX).stored(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                TODAY);
        assertThat(only(named).outcome()).isEqualTo(GateOutcome.NOT_MEASURED);
        assertThat(only(named).sentence())
                .contains("there is no baseline 'main-c1a55'; './run-matrix baseline save main-c1a55' makes one");
    }

    @Test
    void anotherSittingCanOnlySuspect() throws UnreadableRunException {
        GateResult result = only(compared(run("a").cell(1, SIX), run("b").cell(1, times(1.5)), growth(0.05)));

        assertThat(result.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(result.value().orElseThrow()).isCloseTo(0.5, within(0.001));
        assertThat(result.interval().orElseThrow().low()).isBetween(0.2, 0.5);
        assertThat(result.sentence())
                .startsWith(
                        "C1 (dataset=data n=1): wall grew by 50 % from 1.00 s in the baseline 'main' to 1.50 s, 95 %"
                                + " interval with what sittings differ by ")
                .endsWith(
                        "where at most 5 % is allowed: only another sitting speaks against it; './run-matrix ab' with both"
                                + " builds in one sitting decides.");
    }

    @Test
    void aLimitBeyondWhatSittingsDifferByIsKeptAgainstAnotherSitting() throws UnreadableRunException {
        SittingFixture base = run("a").cell(1, SIX);

        assertThat(only(compared(base, run("b").cell(1, SIX), growth(0.2))).outcome())
                .isEqualTo(GateOutcome.PASS);
        assertThat(only(compared(base, run("b").cell(1, times(0.5)), growth(0.05)))
                        .outcome())
                .isEqualTo(GateOutcome.PASS);
    }

    @Test
    void whatWouldNotHaveBeenSeenIsNotKept() throws UnreadableRunException {
        GateResult result = only(compared(run("a").cell(1, SIX), run("b").cell(1, SIX), growth(0.05)));

        assertThat(result.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(result.sentence())
                .containsPattern(
                        "nothing suspicious, but a growth below 1\\d(\\.\\d)? % would not be seen against another");
    }

    @Test
    void theSameBuildIsNeverToBlame() throws UnreadableRunException {
        GateResult result = only(compared(run("a").cell(1, SIX), run("a").cell(1, times(1.5)), growth(0.05)));

        assertThat(result.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(result.sentence()).contains("it is the same build with the same settings");
    }

    @Test
    void whatIsNotComparableOrNotThereIsNotMeasured() throws UnreadableRunException {
        SittingFixture base = run("a").cell(1, SIX);
        GateResult elsewhere =
                only(compared(base, run("b").machine("8 cores", "c1a56").cell(1, SIX), growth(0.05)));
        GateResult unknown = only(compared(base, run("b").cell(2, SIX), growth(0.05)));
        GateResult broken = only(compared(run("a").cell(1, SIX).failed(), run("b").cell(1, SIX), growth(0.05)));
        GateResult few = only(compared(base, run("b").cell(1, 1, 1, 1), growth(0.05)));

        assertThat(List.of(elsewhere, unknown, broken))
                .extracting(GateResult::outcome)
                .containsOnly(GateOutcome.NOT_MEASURED);
        assertThat(elsewhere.sentence())
                .contains("not comparable with the baseline 'main': machine class 4 cores there, 8 cores here");
        assertThat(unknown.sentence()).contains("the baseline 'main' lacks this cell");
        assertThat(broken.sentence()).contains("in the baseline 'main' some fork of it failed");
        assertThat(few.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        assertThat(few.sentence()).contains("too few clean forks, it takes 5 of each");
    }

    static SittingFixture run(String build) {
        return new SittingFixture(build);
    }

    static double[] times(double factor) {
        double[] scaled = SIX.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static GateRule rule(GateMetric metric, Bound bound, double limit) {
        return new GateRule(metric, CellFilter.ALL, bound, limit, 0.95, false);
    }

    private static GateRule growth(double limit) {
        return new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX_INCREASE, limit, 0.98, true);
    }

    private static GateRule named(GateRule rule, String cells) {
        String[] axis = cells.split("=", -1);
        CellFilter filter = new CellFilter(cells, Map.of(axis[0], List.of(axis[1])));
        return new GateRule(rule.metric(), filter, rule.bound(), rule.limit(), rule.confidence(), rule.holm());
    }

    private static GateReport bounds(SittingFixture run, GateRule rule) throws UnreadableRunException {
        return GateReport.of(
                new Gate(Optional.empty(), List.of(rule), false),
                run.stored(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                TODAY);
    }

    private static GateReport compared(SittingFixture base, SittingFixture run, GateRule rule)
            throws UnreadableRunException {
        return GateReport.of(
                new Gate(Optional.of("main"), List.of(rule), false),
                run.stored(),
                Optional.of(RunComparison.of(base.stored(), run.stored())),
                Optional.empty(),
                List.of(),
                TODAY);
    }

    private static GateResult only(GateReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }
}
