// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.statistics.Confirmation;
import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.comparison.SittingFixture;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import dev.runmatrix.reports.model.RunVerdicts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineSectionTest {

    private static final double[] SIX = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};

    private final StoredRun base =
            new SittingFixture("a1a1a1a1").cell(1, SIX).cell(2, SIX).stored();
    private final StoredRun head =
            new SittingFixture("b2b2b2b2").cell(1, times(1.2)).cell(2, SIX).stored();

    @Test
    void withoutAComparisonTheSectionSaysSo() throws Exception {
        assertThat(section(RunVerdicts.NONE))
                .contains("Not compared with an earlier run. `./run-matrix report --baseline NAME` compares it.");
    }

    @Test
    void aSuspectIsNamedWithItsRatiosAndStandsAboveTheCellsWithoutAChange() throws Exception {
        String section = section(compared(base, head));

        assertThat(section)
                .contains("**SUSPECT** beside baseline good, measured at another time: C1 (wall ×1.200, CPU ×1.200).")
                .contains("| C1 | data · n 1 | SUSPECT wall, CPU | ×1.200")
                .contains("1 without a change that could be shown");
        assertThat(section.indexOf("| C1 |")).isLessThan(section.indexOf("| C2 |"));
    }

    @Test
    void whatIsNotComparableShowsNoTimes() throws Exception {
        StoredRun other = new SittingFixture("b2b2b2b2")
                .jdk("Temurin 21")
                .cell(1, times(2))
                .stored();

        assertThat(section(compared(base, other)))
                .contains("Not comparable with baseline good, so that no times are compared: JDK Temurin 17.0.15 then,"
                        + " Temurin 21 now")
                .doesNotContain("| C1 |");
    }

    @Test
    void withTooFewForksNothingIsSaidOfSuspects() throws Exception {
        StoredRun few = new SittingFixture("b2b2b2b2").cell(1, 2, 2, 2).stored();

        assertThat(section(compared(base, few)))
                .contains("no cell has the clean forks that a comparison takes")
                .doesNotContain("suspect.");
    }

    @Test
    void theSameProgramIsNoise() throws Exception {
        StoredRun again =
                new SittingFixture("a1a1a1a1").cell(1, times(1.2)).cell(2, SIX).stored();

        assertThat(section(compared(base, again)))
                .contains("what differs is the noise between two sittings")
                .contains("| noise |")
                .doesNotContain("SUSPECT");
    }

    @Test
    void twoBuildsInOneSittingAreWhatIsCalledSlower() throws Exception {
        assertThat(section(verdicts(Optional.empty(), Optional.of(builds(1.3)), Optional.empty())))
                .contains("**SLOWER**: data · n 1 (wall ×1.300")
                .contains("| **SLOWER** |")
                .contains("Base: `v1.4`; head: `HEAD`");
        assertThat(section(verdicts(Optional.empty(), Optional.of(builds(1)), Optional.empty())))
                .contains("neither build is called slower or faster")
                .doesNotContain("SLOWER");
    }

    @Test
    void aCellThatAnotherRunMeasuredAgainGoesByItsNameInThisOne() throws Exception {
        assertThat(section(verdicts(Optional.empty(), Optional.of(builds("C02", 1.3)), Optional.empty())))
                .contains("| C1 | data · n 1 | **SLOWER** |")
                .doesNotContain("| C02 |");
    }

    @Test
    void aSuspectIsTakenApartIntoWorkAndCores() throws Exception {
        String report = report(compared(base, head));

        assertThat(section(compared(base, head))).containsPattern("\\| ×1\\.200 \\[[^|]*\\| ×1\\.200 \\| ×1\\.000 \\|");
        assertThat(report)
                .contains("| C1 | C1 then | since baseline good | ×1.20")
                .contains("**Since baseline good**: C1 takes ×1.20 of the wall time of C1 then: CPU work ×1.20");
    }

    @Test
    void noProbabilityIsCertain() throws Exception {
        double[] ten = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005, 1, 1, 1, 1};
        StoredRun many =
                new SittingFixture("b2b2b2b2").cell(1, ten).cell(2, ten).stored();

        assertThat(Reports.render(RunAnalysis.of(many), RunVerdicts.NONE, Optional.empty(), Optional.empty(), true)
                        .getOrDefault("report.md", ""))
                .contains("with n = 10 it covers the median with 99.8\u00a0% probability");
    }

    @Test
    void theGateTellsOfWhatIsNotKeptAndCountsTheRest() throws Exception {
        GateReport gate = new GateReport(
                List.of(
                        result(GateOutcome.PASS, "kept it"),
                        result(GateOutcome.FAIL, "wall took <b>12 %</b> more | 5 %")),
                List.of("An acceptance has expired."));

        assertThat(section(verdicts(Optional.empty(), Optional.empty(), Optional.of(gate))))
                .contains("Of 2 rules in their cells: 1 kept, 1 broken.")
                .contains(
                        "| C01 | wall grows by at most 5 % | **FAIL** | wall took &lt;b&gt;12 %&lt;/b&gt; more \\| 5 % |")
                .contains("An acceptance has expired.")
                .doesNotContain("kept it");
    }

    @Test
    void whatFailsTheRunStandsAboveEverything() throws Exception {
        GateReport gate = new GateReport(List.of(result(GateOutcome.FAIL, "C01 (n=1): wall grew")), List.of());
        String broken = report(verdicts(Optional.empty(), Optional.of(builds(1.3)), Optional.of(gate)));
        String slower = report(verdicts(Optional.empty(), Optional.of(builds(1.3)), Optional.empty()));

        assertThat(broken)
                .contains("**FAIL:** 1 rule of the gate broken")
                .contains("1, a rule of the gate is broken")
                .contains("| **FAIL** | wall grew |");
        assertThat(slower)
                .contains("**SLOWER:** Measured in turns, the head takes more than the base")
                .contains("1, the head is slower than the base");
        assertThat(report(RunVerdicts.NONE)).contains("0, every cell gave a result");
    }

    private String report(RunVerdicts verdicts) throws Exception {
        return Reports.render(RunAnalysis.of(head), verdicts, Optional.empty(), Optional.empty(), true)
                .getOrDefault("report.md", "");
    }

    @Test
    void thePageHoldsTheSameAsText() throws Exception {
        String page = Reports.render(
                        RunAnalysis.of(head), compared(base, head), Optional.empty(), Optional.empty(), true)
                .getOrDefault("report.html", "");

        assertThat(page)
                .contains("<section id=\"baseline\"")
                .contains("SUSPECT wall, CPU</span>")
                .contains("C1: wall ×1.200");
    }

    private String section(RunVerdicts verdicts) throws Exception {
        String report = Reports.render(RunAnalysis.of(head), verdicts, Optional.empty(), Optional.empty(), true)
                .getOrDefault("report.md", "");
        int from = report.indexOf("## Baseline");
        return report.substring(from, report.indexOf("\n## ", from + 1));
    }

    private static RunVerdicts verdicts(
            Optional<RunVerdicts.ComparedWith> compared, Optional<BuildComparison> builds, Optional<GateReport> gate) {
        return new RunVerdicts(compared, builds, gate, Optional.empty());
    }

    private static RunVerdicts compared(StoredRun base, StoredRun head) throws Exception {
        return verdicts(
                Optional.of(new RunVerdicts.ComparedWith("baseline good", RunComparison.of(base, head))),
                Optional.empty(),
                Optional.empty());
    }

    private BuildComparison builds(double factor) {
        return builds(head.run().plan().cells().get(0).name(), factor);
    }

    private BuildComparison builds(String name, double factor) {
        Cell setting = head.run().plan().cells().get(0).cell();
        PlannedCell cell = new PlannedCell(name, setting, Set.of(), List.of(), 1, true);
        Confirmed confirmed = Confirmation.of(Map.of("n", Judge.ofReleases().judge(Metric.WALL, times(factor), SIX)))
                .values()
                .iterator()
                .next();
        JudgedMetric wall =
                new JudgedMetric(Metric.WALL, boxed(SIX), boxed(times(factor)), 1.0, factor, confirmed, false);
        ComparedCell.Side side = new ComparedCell.Side(CellState.RANKED, 6, 6);
        return new BuildComparison(
                head.run(),
                new BuildPair(build("v1.4", "aa"), build("HEAD", "bb")),
                WallClock.PROCESS,
                List.of(new JudgedPair(setting, cell, cell, side, side, List.of(wall), Optional.empty())));
    }

    private static BuildFacts build(String given, String digest) {
        return new BuildFacts(given, BuildFacts.Kind.REVISION, Optional.empty(), Optional.of(digest));
    }

    private static GateResult result(GateOutcome outcome, String sentence) throws Exception {
        PlannedCell cell = new PlannedCell("C01", new Cell(Map.of("n", "1")), Set.of(), List.of(), 1, true);
        GateRule rule = new GateRule(
                GateMetric.WALL, new CellFilter("*", Map.of()), GateRule.Bound.MAX_INCREASE, 0.05, 0.98, true);
        return new GateResult(
                rule,
                "wall grows by at most 5 %",
                cell,
                "n=1",
                outcome,
                Optional.of(0.12),
                Optional.empty(),
                sentence,
                Optional.empty());
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] times(double factor) {
        return Arrays.stream(SIX).map(value -> value * factor).toArray();
    }
}
