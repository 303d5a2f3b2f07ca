// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

    private static final double[] SIX = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};

    @Test
    void aCellThatTakesAFifthMoreIsSuspectInWallAndCpuButNotInMemory() throws UnreadableRunException {
        RunComparison found = compare(run("a").cell(1, SIX), run("b").cell(1, times(1.2)));

        ComparedCell cell = found.cells().get(0);
        assertThat(cell.metric(Metric.WALL).orElseThrow().finding()).isEqualTo(Finding.SUSPECT);
        assertThat(cell.metric(Metric.WALL).orElseThrow().ratio()).isCloseTo(1.2, within(0.001));
        assertThat(cell.metric(Metric.CPU).orElseThrow().finding()).isEqualTo(Finding.SUSPECT);
        assertThat(cell.metric(Metric.PEAK_RSS).orElseThrow().finding()).isEqualTo(Finding.CANNOT_TELL);
        assertThat(found.passed()).isFalse();
    }

    @Test
    void mediansAreInSecondsAndBytes() throws UnreadableRunException {
        ComparedCell cell = compare(run("a").cell(1, SIX), run("b").rss(3).cell(1, times(2)))
                .cells()
                .get(0);

        MetricComparison wall = cell.metric(Metric.WALL).orElseThrow();
        assertThat(wall.baseMedian()).isCloseTo(1.0025, within(1e-9));
        assertThat(wall.candidateMedian()).isCloseTo(2.005, within(1e-9));
        assertThat(cell.metric(Metric.PEAK_RSS).orElseThrow().candidateMedian()).isEqualTo(3e9);
    }

    @Test
    void aCellThatTakesLessMayBeFasterAndPasses() throws UnreadableRunException {
        RunComparison found = compare(run("a").cell(1, SIX), run("b").cell(1, times(0.8)));

        assertThat(found.count(Finding.FASTER)).isEqualTo(2);
        assertThat(found.passed()).isTrue();
    }

    @Test
    void whatAStoredRunCannotExcludeIsNotCalledUnchanged() throws UnreadableRunException {
        RunComparison found = compare(run("a").cell(1, SIX), run("b").cell(1, SIX));

        MetricComparison wall = found.cells().get(0).metric(Metric.WALL).orElseThrow();
        assertThat(wall.finding()).isEqualTo(Finding.CANNOT_TELL);
        assertThat(wall.smallestChange().orElseThrow()).isGreaterThan(SittingSpread.ASSUMED.smallestChange());
    }

    @Test
    void theSameProgramShowsTheNoiseBetweenSittingsAndIsNeverSuspect() throws UnreadableRunException {
        RunComparison found = compare(run("a").cell(1, SIX), run("a").cell(1, times(1.3)));

        MetricComparison wall = found.cells().get(0).metric(Metric.WALL).orElseThrow();
        assertThat(wall.finding()).isEqualTo(Finding.NOISE);
        assertThat(found.drift(Metric.WALL).smallestChange()).isCloseTo(0.3, within(0.001));
        assertThat(wall.interval().orElseThrow().low()).isLessThan(1);
        assertThat(found.passed()).isTrue();
    }

    @Test
    void withoutEnoughCleanForksNothingIsSuspectAndNothingIsTold() throws UnreadableRunException {
        RunComparison found =
                compare(run("a").cell(1, SIX), run("b").cell(1, 2, 2, 2, 2).disturbed(1, 1));

        ComparedCell cell = found.cells().get(0);
        assertThat(cell.candidate().clean()).isEqualTo(4);
        assertThat(cell.candidate().forks()).isEqualTo(6);
        assertThat(cell.metrics()).allMatch(metric -> metric.finding() == Finding.TOO_FEW_FORKS);
        assertThat(found.isConclusive()).isFalse();
    }

    @Test
    void disturbedForksDoNotCount() throws UnreadableRunException {
        RunComparison found =
                compare(run("a").cell(1, SIX), run("b").cell(1, SIX).disturbed(9, 9, 9, 9, 9, 9, 9));

        assertThat(found.hasSuspects()).isFalse();
    }

    @Test
    void aCellThatFailsIsNotCompared() throws UnreadableRunException {
        RunComparison found =
                compare(run("a").cell(1, SIX), run("b").cell(1, times(2)).failed());

        assertThat(found.cells().get(0).metrics()).isEmpty();
        assertThat(found.cells().get(0).candidate().isBroken()).isTrue();
        assertThat(found.isConclusive()).isFalse();
    }

    @Test
    void cellsAreMatchedByTheirSettingsAndOthersAreListed() throws UnreadableRunException {
        RunComparison found = compare(
                run("a").cell(1, SIX).cell(2, SIX), run("b").cell(3, SIX).cell(2, SIX));

        assertThat(found.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.planned().cell().get("n")).contains("2");
            assertThat(cell.name()).isEqualTo("C2");
        });
        assertThat(found.onlyInBase())
                .singleElement()
                .satisfies(c -> assertThat(c.cell().get("n")).contains("1"));
        assertThat(found.onlyInCandidate())
                .singleElement()
                .satisfies(c -> assertThat(c.cell().get("n")).contains("3"));
    }

    @Test
    void suspectsComeFirstTheWorstFirst() throws UnreadableRunException {
        RunComparison found = compare(
                run("a").cell(1, SIX).cell(2, SIX).cell(3, SIX).cell(4, SIX),
                run("b").cell(1, SIX).cell(2, times(0.7)).cell(3, times(1.2)).cell(4, times(1.5)));

        assertThat(found.cells()).extracting(ComparedCell::name).containsExactly("C4", "C3", "C2", "C1");
    }

    @Test
    void whenMostCellsMoveTogetherTheMachineIsSuspectedFirst() throws UnreadableRunException {
        SittingFixture then = run("a");
        SittingFixture now = run("b");
        IntStream.rangeClosed(1, 5).forEach(n -> {
            then.cell(n, SIX);
            now.cell(n, n == 1 ? SIX : times(1.2));
        });

        assertThat(compare(then, now).movedTogether()).containsExactly(Metric.WALL, Metric.CPU);
    }

    @Test
    void whereEitherRunHasNoRegionsWholeProcessesAreCompared() throws UnreadableRunException {
        RunComparison then = compare(run("a").withoutRegions().cell(1, SIX), run("b").cell(1, SIX));
        RunComparison now =
                compare(run("a").cell(1, SIX), run("b").withoutRegions().cell(1, SIX));

        assertThat(List.of(then, now)).allSatisfy(found -> {
            assertThat(found.clock()).isEqualTo(WallClock.PROCESS);
            assertThat(found.cells().get(0).metric(Metric.WALL).orElseThrow().baseMedian())
                    .isCloseTo(2.005, within(1e-9));
        });
    }

    @Test
    void aMetricThatWasTooSmallToCountIsLeftOut() throws UnreadableRunException {
        RunComparison found = compare(run("a").cellOfCpu(1, 0, SIX), run("b").cellOfCpu(1, 0, SIX));

        assertThat(found.cells().get(0).metric(Metric.CPU)).isEmpty();
        assertThat(found.cells().get(0).metric(Metric.WALL)).isPresent();
    }

    private static RunComparison compare(SittingFixture base, SittingFixture candidate) throws UnreadableRunException {
        return RunComparison.of(base.stored(), candidate.stored());
    }

    private static SittingFixture run(String build) {
        return new SittingFixture(build);
    }

    private static double[] times(double factor) {
        return Arrays.stream(SIX).map(seconds -> seconds * factor).toArray();
    }
}
