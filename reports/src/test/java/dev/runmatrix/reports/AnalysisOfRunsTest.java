// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.analysis.Verdict;
import dev.runmatrix.reports.analysis.WallClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisOfRunsTest {

    @TempDir
    Path results;

    private static RunAnalysis analyze(RunFixture fixture) throws Exception {
        return RunAnalysis.of(fixture.stored());
    }

    private static CellAnalysis cell(RunAnalysis run, String name) {
        return run.cells().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison comparison(RunAnalysis run, String name) {
        return run.comparison(cell(run, name)).orElseThrow();
    }

    @Test
    void theShownForkIsTheLowerOfTheTwoMiddleOnes() throws Exception {
        CellAnalysis cell = cell(analyze(Fixtures.allClean(results)), "C03");

        assertThat(cell.ranked().shown().wallSeconds()).isCloseTo(96.4, within(1e-9));
        assertThat(cell.ranked().wallRange().low()).isCloseTo(95.9, within(1e-9));
        assertThat(cell.ranked().wallRange().high()).isCloseTo(98.6, within(1e-9));
    }

    @Test
    void everyCellIsJudgedByItsForks() throws Exception {
        RunAnalysis run = analyze(Fixtures.troubled(results));

        assertThat(run.cells())
                .extracting(CellAnalysis::state)
                .containsExactly(
                        CellState.RANKED,
                        CellState.RANKED,
                        CellState.FAILED,
                        CellState.TIMED_OUT,
                        CellState.CONTAMINATED,
                        CellState.FAILED);
        assertThat(run.standings().ranked()).extracting(CellAnalysis::name).containsExactly("C02", "C01");
    }

    @Test
    void aCellWithFewCleanForksUsesAllThatFinished() throws Exception {
        CellAnalysis cell = cell(analyze(Fixtures.troubled(results)), "C05");

        assertThat(cell.count(ForkOutcome.CLEAN)).isEqualTo(2);
        assertThat(cell.numbers()).hasValueSatisfying(n -> {
            assertThat(n.provisional()).isTrue();
            assertThat(n.n()).isEqualTo(6);
            assertThat(n.shown().wallSeconds()).isCloseTo(49.0, within(1e-9));
        });
    }

    @Test
    void aCellWithFourCleanForksRanksByThoseAlone() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).clean(1.5, 0.5, 10, 11, 12, 13).contaminated(1.5, 0.9, 1, 99);

        CellAnalysis cell = cell(analyze(run), "C01");

        assertThat(cell.isRanked()).isTrue();
        assertThat(cell.ranked().n()).isEqualTo(4);
        assertThat(cell.ranked().shown().wallSeconds()).isCloseTo(11, within(1e-9));
        assertThat(cell.rankedRssBytes()).isEqualTo(500_000_000);
    }

    @Test
    void aCellThatWritesSomethingElseHasNoRank() throws Exception {
        RunAnalysis run = analyze(Fixtures.wrongOutput(results));

        assertThat(cell(run, "C02").state()).isEqualTo(CellState.WRONG_OUTPUT);
        assertThat(run.standings().fastest()).map(CellAnalysis::name).contains("C01");
        assertThat(run.outputs().wrong()).isEqualTo(7);
    }

    @Test
    void oneForkACellGivesNumbersAndNoRank() throws Exception {
        RunAnalysis run = analyze(Fixtures.smoke(results));

        assertThat(run.cells()).extracting(CellAnalysis::state).containsOnly(CellState.FEW_FORKS);
        assertThat(run.standings().ranked()).isEmpty();
        assertThat(comparison(run, "C02").verdict()).isEqualTo(Verdict.TOO_FEW_FORKS);
    }

    @Test
    void aDisturbedRunHasNoWinner() throws Exception {
        RunAnalysis run = analyze(Fixtures.noisy(results));

        assertThat(run.standings().fastest()).isEmpty();
        assertThat(comparison(run, "C02").verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void ratiosAreThoseOfAllPairsOfForks() throws Exception {
        StoredRun stored = Fixtures.allClean(results).stored();
        RunAnalysis run = RunAnalysis.of(stored);

        double[] reference = walls(stored, "C03");
        double[] option = walls(stored, "C07");
        double[] ratios = new double[36];
        for (int i = 0; i < 36; i++) {
            ratios[i] = option[i / 6] / reference[i % 6];
        }
        Arrays.sort(ratios);

        Comparison comparison = comparison(run, "C07");
        assertThat(comparison.ratio().estimate()).isCloseTo(Math.sqrt(ratios[17] * ratios[18]), within(1e-9));
        assertThat(comparison.ratio().interval()).hasValueSatisfying(i -> {
            assertThat(i.low()).isCloseTo(ratios[5], within(1e-9));
            assertThat(i.high()).isCloseTo(ratios[30], within(1e-9));
        });
        assertThat(comparison.shown()).isCloseTo(30.8 / 96.4, within(1e-9));
        assertThat(comparison.verdict()).isEqualTo(Verdict.FASTER);
    }

    private static double[] walls(StoredRun run, String cell) {
        return run.forks().stream()
                .filter(f -> f.cell().equals(cell) && !f.isWarmup())
                .mapToDouble(f -> f.region().orElseThrow().wallNanos() / 1e9)
                .toArray();
    }

    @Test
    void winnersAreTheFastestTheFastestThatFitsAndTheCheapestThatFits() throws Exception {
        Standings standings = analyze(Fixtures.allClean(results)).standings();

        assertThat(standings.fastest()).map(CellAnalysis::name).contains("C02");
        assertThat(standings.fastestFitting()).map(CellAnalysis::name).contains("C07");
        assertThat(standings.cheapestFitting()).map(CellAnalysis::name).contains("C04");
        assertThat(standings.cheapest()).map(CellAnalysis::name).contains("C01");
        assertThat(standings.front()).containsExactlyInAnyOrder("C02", "C03", "C04", "C05", "C06", "C07");
        assertThat(Standings.tiedWith(standings.fastestFitting().orElseThrow(), standings.fitting()))
                .extracting(CellAnalysis::name)
                .containsExactly("C08");
    }

    @Test
    void cellsOfAnotherInputDoNotCompete() throws Exception {
        RunAnalysis run = analyze(Fixtures.allClean(results));

        assertThat(run.standings().ranked()).extracting(CellAnalysis::dataset).containsOnly(RunFixture.MAIN);
        assertThat(run.comparisons()).doesNotContainKeys("C09", "C10");
        assertThat(run.growth()).hasSize(2);
        assertThat(run.growth().get(0).points())
                .extracting(p -> p.cell().name())
                .containsExactly("C09", "C02");
    }

    @Test
    void equalCellsAreWithinTheThresholdAndUnequalOnesAreNot() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).reference().clean(1, 0.5, 10, 10.1, 9.9, 10.05, 9.95, 10.02);
        run.cell("streaming", true, 2, 2000).clean(1, 0.5, 10.1, 10.2, 10, 10.05, 10.15, 10.12);
        run.cell("streaming", true, 2, 3000).clean(1, 0.5, 12, 12.1, 11.9, 12.05, 11.95, 12.02);
        run.cell("streaming", true, 2, 4000).clean(1, 0.5, 8, 13, 9, 12, 10, 11);

        RunAnalysis analysis = analyze(run);

        assertThat(comparison(analysis, "C02").verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(comparison(analysis, "C03").verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(comparison(analysis, "C04").verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aRunWithoutMarkedRegionsRanksByTheWholeProcess() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).withoutRegions().clean(1, 0.5, 10, 11, 12, 13);

        RunAnalysis analysis = analyze(run);

        assertThat(analysis.clock()).isEqualTo(WallClock.PROCESS);
        assertThat(cell(analysis, "C01").ranked().shown().wallSeconds()).isCloseTo(11.4, within(1e-9));
    }

    @Test
    void theLastAttemptOfAForkCounts() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", true, 2, 1000).clean(1, 0.5, 10, 11, 12, 13, 14, 15);
        StoredRun stored = fixture.stored();
        List<ForkRecord> forks = new ArrayList<>(stored.forks());
        ForkRecord last = forks.get(forks.size() - 1);
        forks.add(again(last, forks.size() + 1, 1));

        RunAnalysis run = RunAnalysis.of(new StoredRun(stored.directory(), stored.run(), forks, false));

        assertThat(run.ledger().repeated()).isEqualTo(1);
        assertThat(cell(run, "C01").ranked().wallSeconds()).doesNotContain(10).contains(15);
    }

    private static ForkRecord again(ForkRecord f, int attempt, int fork) {
        return new ForkRecord(
                f.schema(),
                attempt,
                f.cell(),
                f.cellId(),
                fork,
                f.round(),
                false,
                f.startedAt(),
                f.status(),
                f.failure(),
                f.process(),
                f.region(),
                f.noise(),
                f.output(),
                f.samples(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    @Test
    void everyPlannedForkAndEveryAttemptIsAccountedFor() throws Exception {
        RunAnalysis run = analyze(Fixtures.troubled(results));
        int sum = Arrays.stream(ForkOutcome.values())
                .mapToInt(run.ledger()::count)
                .sum();

        assertThat(sum).isEqualTo(run.ledger().planned()).isEqualTo(36);
        assertThat(run.ledger().warmups() + sum - run.ledger().count(ForkOutcome.NOT_RUN))
                .isEqualTo(run.stored().forks().size());
        assertThat(cell(run, "C03").failure()).hasValueSatisfying(f -> {
            assertThat(f.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
            assertThat(f.failed()).isEqualTo(2);
        });
    }

    @Test
    void attemptsThatBelongToNoCellAreRefused() throws Exception {
        StoredRun stored = Fixtures.smoke(results).stored();
        ForkRecord first = stored.forks().get(0);
        ForkRecord stray = new ForkRecord(
                first.schema(),
                99,
                "C77",
                first.cellId(),
                1,
                1,
                false,
                first.startedAt(),
                first.status(),
                first.failure(),
                first.process(),
                first.region(),
                first.noise(),
                first.output(),
                first.samples(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        List<ForkRecord> forks = new ArrayList<>(stored.forks());
        forks.add(stray);
        forks.add(again(first, first.attempt(), 1));

        assertThatThrownBy(() -> RunAnalysis.of(new StoredRun(stored.directory(), stored.run(), forks, false)))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("forks.jsonl:5")
                .hasMessageContaining("C77")
                .hasMessageContaining("forks.jsonl:6")
                .hasMessageContaining("stands twice");
    }
}
