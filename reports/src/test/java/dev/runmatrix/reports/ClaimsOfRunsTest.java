// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.ClaimLimit.Unit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.claim.ClaimOutcome;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.claim.ClaimWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsOfRunsTest {

    private static final double[] ABOUT_10 = {9.9, 10.1, 10.0, 9.95, 10.05, 10.02};
    private static final double[] ABOUT_30 = {29.9, 30.1, 30.0, 29.95, 30.05, 30.02};

    @TempDir
    Path results;

    private RunFixture run;

    @BeforeEach
    void aRun() {
        run = RunFixture.in(results);
    }

    @Test
    void aPromiseHoldsWhenItsLeastIsReachedAndMoreBreaksNothing() throws Exception {
        cell().clean(2, 1, ABOUT_30);
        cell().clean(2, 1, ABOUT_10);
        run.claim(promise(2, 2.5), List.of("C02"), List.of("C01"));
        run.claim(promise(3.2, 4), List.of("C02"), List.of("C01"));
        run.claim(promise(3, 4), List.of("C02"), List.of("C01"));

        List<ClaimResult> results = judged();

        assertThat(results)
                .extracting(ClaimResult::outcome)
                .containsExactly(ClaimOutcome.PASS, ClaimOutcome.FAIL, ClaimOutcome.CANNOT_TELL);
        assertThat(sentence(results.get(0)))
                .isEqualTo(
                        "3.00 [2.98–3.03], limit ≥ 2.00 (stated 2–2.5); wall of C01 ÷ wall of C02: C01 30.0 s (median"
                                + " of 6 forks), C02 10.0 s (median of 6 forks); more than was stated");
        assertThat(sentence(results.get(1))).contains("limit ≥ 3.20").endsWith("the whole interval is beyond it");
    }

    @Test
    void twoEndsMustBothBeKept() throws Exception {
        cell().clean(2, 1, ABOUT_30);
        cell().clean(2, 1, ABOUT_10);
        run.claim(ratio(GateMetric.WALL, 2.5, 3.5), List.of("C01"), List.of("C02"));
        run.claim(ratio(GateMetric.WALL, 1, 2), List.of("C01"), List.of("C02"));
        run.claim(ratio(GateMetric.WALL, 4, 5), List.of("C01"), List.of("C02"));

        assertThat(judged())
                .extracting(ClaimResult::outcome)
                .containsExactly(ClaimOutcome.PASS, ClaimOutcome.FAIL, ClaimOutcome.FAIL);
    }

    @Test
    void theWorstOfSeveralPairsDecidesAndIsShown() throws Exception {
        cell().clean(2, 1, ABOUT_30);
        cell().clean(2, 1, ABOUT_10);
        cell().clean(2, 1, ABOUT_10);
        run.claim(ratio(GateMetric.WALL, 0.1, 2), List.of("C01", "C02"), List.of("C03"));

        ClaimResult result = judged().get(0);

        assertThat(result.outcome()).isEqualTo(ClaimOutcome.FAIL);
        assertThat(result.decisive().formula()).isEqualTo("wall of C01 ÷ wall of C03");
        assertThat(sentence(result)).endsWith("1 of 2 pairs pass");
    }

    @Test
    void aMissingOrFailedOrWrongCellIsNotMeasuredUnlessAnotherAlreadyFails() throws Exception {
        cell().clean(2, 1, ABOUT_30);
        cell().clean(2, 1, ABOUT_10).failed(FailureKind.CRASHED, 0.5, 1);
        cell().clean(2, 1, ABOUT_10).wrong(2, 1, 10);
        cell();
        for (String other : List.of("C02", "C03", "C04", "C99")) {
            run.claim(ratio(GateMetric.WALL, 1, 2), List.of("C01"), List.of(other));
        }
        run.claim(bound(Unit.SECONDS, GateMetric.WALL, 20), List.of("C01", "C02"), List.of());

        List<ClaimResult> results = judged();

        assertThat(results)
                .extracting(ClaimResult::outcome)
                .containsExactly(
                        ClaimOutcome.NOT_MEASURED,
                        ClaimOutcome.NOT_MEASURED,
                        ClaimOutcome.NOT_MEASURED,
                        ClaimOutcome.NOT_MEASURED,
                        ClaimOutcome.FAIL);
        assertThat(results.subList(0, 4).stream().map(r -> r.decisive().reason()))
                .containsExactly(
                        "C02 crashed (3), 1 of 7 forks",
                        "C03 wrote a wrong output",
                        "no fork of C04 has ended",
                        "C99 was left out of this run");
    }

    @Test
    void fewOrDisturbedForksTellNothingOfTime() throws Exception {
        cell().clean(2, 1, 30, 30, 30, 30, 30);
        cell().clean(2, 1, ABOUT_10);
        cell().contaminated(2, 1, ABOUT_10);
        run.claim(ratio(GateMetric.WALL, 1, 2), List.of("C01"), List.of("C02"));
        run.claim(ratio(GateMetric.CPU, 1, 2), List.of("C03"), List.of("C02"));
        run.claim(bound(Unit.BYTES, GateMetric.PEAK_RSS, 2e9), List.of("C03"), List.of());
        run.claim(bound(Unit.BYTES, GateMetric.PEAK_RSS, 2e9), List.of("C01"), List.of());

        List<ClaimResult> results = judged();

        assertThat(results)
                .extracting(ClaimResult::outcome)
                .containsExactly(
                        ClaimOutcome.CANNOT_TELL,
                        ClaimOutcome.CANNOT_TELL,
                        ClaimOutcome.PASS,
                        ClaimOutcome.CANNOT_TELL);
        assertThat(results.get(0).decisive().reason()).isEqualTo("C01 has 5 forks, a verdict needs 6");
        assertThat(results.get(1).decisive().reason()).isEqualTo("C03 has fewer than 4 undisturbed forks");
    }

    @Test
    void aForkThatTakesExactlyTheLimitKeepsIt() throws Exception {
        cell().clean(2, 4, ABOUT_10);
        cell().failed(FailureKind.OUT_OF_MEMORY, 4, 4, 4);
        run.claim(bound(Unit.BYTES, GateMetric.PEAK_RSS, 4e9), List.of("C01"), List.of());
        run.claim(
                claim(
                        ClaimKind.BOUND,
                        Optional.of(GateMetric.PEAK_RSS),
                        new ClaimLimit(Unit.BYTES, Optional.of(4e9), Optional.empty(), Optional.empty())),
                List.of("C01"),
                List.of());
        run.claim(bound(Unit.BYTES, GateMetric.PEAK_RSS, 4e9), List.of("C02"), List.of());

        assertThat(judged())
                .extracting(ClaimResult::outcome)
                .containsExactly(ClaimOutcome.PASS, ClaimOutcome.PASS, ClaimOutcome.NOT_MEASURED);
    }

    @Test
    void memoryIsThatOfTheGreatestForkAndOneThatRanOutOfItBeyondTheLimitBreaksIt() throws Exception {
        cell().clean(2, 3.9, ABOUT_10).clean(2, 4.1, 10);
        cell().failed(FailureKind.OUT_OF_MEMORY, 5.63, 4, 4);
        cell().failed(FailureKind.OUT_OF_MEMORY, 3.5, 4, 4);
        for (String cell : List.of("C01", "C02", "C03")) {
            run.claim(bound(Unit.BYTES, GateMetric.PEAK_RSS, 4e9), List.of(cell), List.of());
        }
        run.claim(bound(Unit.SECONDS, GateMetric.WALL, 60), List.of("C02"), List.of());

        List<ClaimResult> results = judged();

        assertThat(results)
                .extracting(ClaimResult::outcome)
                .containsExactly(
                        ClaimOutcome.FAIL, ClaimOutcome.FAIL, ClaimOutcome.NOT_MEASURED, ClaimOutcome.NOT_MEASURED);
        assertThat(sentence(results.get(0)))
                .isEqualTo("4.10 GB, limit ≤ 4 GB; greatest peak RSS of C01: C01 4.10 GB (greatest of 7 forks);"
                        + " a fork is beyond it");
        assertThat(sentence(results.get(1))).startsWith("5.63 GB").contains("out of memory beyond it");
    }

    @Test
    void growthIsOfTheLargestInputOverTheSmallest() throws Exception {
        cell("production-medium").clean(2, 1.31, ABOUT_30);
        cell("production-small").clean(2, 1.1, ABOUT_10);
        run.claim(growth(1.15), List.of("C02", "C01"), List.of());
        run.claim(growth(1.2), List.of("C01", "C02"), List.of());
        run.claim(growth(1.2), List.of("C01", "C07"), List.of());

        List<ClaimResult> results = judged();

        assertThat(results)
                .extracting(ClaimResult::outcome)
                .containsExactly(ClaimOutcome.FAIL, ClaimOutcome.PASS, ClaimOutcome.NOT_MEASURED);
        assertThat(sentence(results.get(0)))
                .startsWith("×1.19 [1.19], limit ≤ ×1.15; peak RSS of C01 ÷ peak RSS of C02, of 7,432,560 rows against"
                        + " 1,858,530 rows");
    }

    @Test
    void scalingIsOfTheFewestWorkersOverTheMostAndEfficiencyByTheWorkersAdded() throws Exception {
        cell("production-medium", 1).clean(1, 1, ABOUT_30);
        cell("production-medium", 4).clean(3, 1, ABOUT_10);
        run.claim(scaling(Unit.TIMES, 2.5), List.of("C01", "C02"), List.of());
        run.claim(scaling(Unit.SHARE, 0.8), List.of("C01", "C02"), List.of());

        List<ClaimResult> results = judged();

        assertThat(results).extracting(ClaimResult::outcome).containsExactly(ClaimOutcome.PASS, ClaimOutcome.FAIL);
        assertThat(results.get(1).decisive().value().orElseThrow()).isBetween(0.74, 0.76);
        assertThat(sentence(results.get(1)))
                .startsWith("75 % [74–76], limit ≥ 80 %")
                .contains("÷ 4 times the workers");
    }

    @Test
    void equalityWantsTheWholeIntervalWithinItsTolerance() throws Exception {
        cell().clean(2, 1, ABOUT_10);
        cell().clean(2, 1, ABOUT_10);
        cell().clean(2, 1, ABOUT_30);
        Claim within = claim(
                ClaimKind.EQUALITY,
                Optional.of(GateMetric.WALL),
                new ClaimLimit(Unit.WITHIN, Optional.empty(), Optional.of(0.05), Optional.empty()));
        run.claim(within, List.of("C01"), List.of("C02"));
        run.claim(within, List.of("C01"), List.of("C03"));

        List<ClaimResult> results = judged();

        assertThat(results).extracting(ClaimResult::outcome).containsExactly(ClaimOutcome.PASS, ClaimOutcome.FAIL);
        assertThat(new ClaimWords(results.get(0)).limit()).isEqualTo("×0.952–1.05");
    }

    @Test
    void outputsAreTheSameOrTheClaimFails() throws Exception {
        cell().clean(2, 1, ABOUT_10);
        cell().clean(2, 1, ABOUT_10);
        cell().clean(2, 1, ABOUT_10).wrong(2, 1, 10);
        Claim same = claim(
                ClaimKind.EQUALITY,
                Optional.empty(),
                new ClaimLimit(Unit.OUTPUTS, Optional.empty(), Optional.of(1.0), Optional.empty()));
        run.claim(same, List.of("C01", "C02"), List.of());
        run.claim(same, List.of("C01", "C03"), List.of());
        run.claim(same, List.of("C01", "C04"), List.of());

        List<ClaimResult> results = judged();

        assertThat(results)
                .extracting(ClaimResult::outcome)
                .containsExactly(ClaimOutcome.PASS, ClaimOutcome.FAIL, ClaimOutcome.NOT_MEASURED);
        assertThat(sentence(results.get(0)))
                .startsWith("1 output, limit 1 output; different outputs of 2 cells on production-medium")
                .endsWith("14 outputs are identical");
        assertThat(results.get(1).decisive().reason()).isEqualTo("C03 writes a wrong output");
    }

    @Test
    void aClaimAboutNoCellIsNotMeasured() throws Exception {
        cell().clean(2, 1, ABOUT_10);
        run.claim(bound(Unit.SECONDS, GateMetric.WALL, 60), List.of(), List.of());

        assertThat(judged().get(0).outcome()).isEqualTo(ClaimOutcome.NOT_MEASURED);
    }

    private CellFixture cell() {
        return cell("production-medium");
    }

    private CellFixture cell(String dataset) {
        return cell(dataset, 4);
    }

    private CellFixture cell(String dataset, int workers) {
        return run.cell(Map.of("dataset", dataset, "mode", "streaming"), Set.of(), workers);
    }

    private List<ClaimResult> judged() throws Exception {
        return ClaimReport.of(RunAnalysis.of(run.stored())).results();
    }

    private static String sentence(ClaimResult result) {
        return new ClaimWords(result).sentence().replace('\u00a0', ' ');
    }

    private static Claim promise(double least, double most) {
        return claim(
                ClaimKind.RATIO,
                Optional.of(GateMetric.WALL),
                new ClaimLimit(Unit.TIMES_AS_FAST, Optional.of(least), Optional.empty(), Optional.of(most)));
    }

    private static Claim ratio(GateMetric metric, double least, double most) {
        return claim(
                ClaimKind.RATIO,
                Optional.of(metric),
                new ClaimLimit(Unit.TIMES, Optional.of(least), Optional.of(most), Optional.empty()));
    }

    private static Claim bound(Unit unit, GateMetric metric, double most) {
        return claim(ClaimKind.BOUND, Optional.of(metric), most(unit, most));
    }

    private static Claim growth(double most) {
        return claim(ClaimKind.GROWTH, Optional.of(GateMetric.PEAK_RSS), most(Unit.TIMES, most));
    }

    private static Claim scaling(Unit unit, double least) {
        return claim(
                ClaimKind.SCALING,
                Optional.of(GateMetric.WALL),
                new ClaimLimit(unit, Optional.of(least), Optional.empty(), Optional.empty()));
    }

    private static ClaimLimit most(Unit unit, double most) {
        return new ClaimLimit(unit, Optional.empty(), Optional.of(most), Optional.empty());
    }

    static Claim claim(ClaimKind kind, Optional<GateMetric> metric, ClaimLimit limit) {
        return new Claim("A claim", kind, metric, List.of(), List.of(), limit, Optional.of("a note"), false);
    }
}
