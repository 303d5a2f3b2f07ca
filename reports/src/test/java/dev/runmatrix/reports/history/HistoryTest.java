// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Suspicion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static History of(Nights nights) throws UnreadableRunException {
        return History.of(Metric.WALL, nights.levels(), List.of());
    }

    private static RunSeries only(Nights nights) throws UnreadableRunException {
        History history = of(nights);
        assertThat(history.series()).hasSize(1);
        return history.series().get(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStepOfTwoCellsIsOneChangeBetweenTheRightRuns(long seed) throws UnreadableRunException {
        Nights nights =
                new Nights(seed, 30, 4).noise(0.01, 0.01).effect((night, cell) -> night >= 20 && cell < 2 ? 1.05 : 1);

        RunSeries series = only(nights);

        assertThat(series.changes()).hasSize(1);
        Change change = series.changes().get(0);
        assertThat(change.cells())
                .extracting(cell -> cell.cell().planned().name())
                .containsExactlyInAnyOrder("C01", "C02");
        assertThat(change.before().id()).isBetween("20260119", "20260121");
        assertThat(change.after().id()).isBetween("20260121", "20260123");
        assertThat(change.cells()).allSatisfy(cell -> {
            assertThat(cell.ratio().estimate()).isCloseTo(1.05, within(0.02));
            assertThat(cell.ratio().interval().orElseThrow().low()).isGreaterThan(1);
            assertThat(cell.runsBefore() + cell.runsAfter()).isEqualTo(30);
        });
        assertThat(change.suspectsTheMachine()).isFalse();
        assertThat(change.isOfOneBuild()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void withoutAStepNothingChanged(long seed) throws UnreadableRunException {
        assertThat(of(new Nights(seed, 30, 4)).hasChanged()).isFalse();
    }

    @Test
    void fourOddNightsAreNoLastingChangeOnceLaterOnesAreLikeTheFirst() throws UnreadableRunException {
        Nights.Effect odd = (night, cell) -> night >= 14 && night < 18 ? 1.1 : 1;

        assertThat(only(new Nights(1, 18, 1).noise(0.01, 0.01).effect(odd)).changes())
                .hasSize(1);
        assertThat(only(new Nights(1, 30, 1).noise(0.01, 0.01).effect(odd)).changes())
                .isEmpty();
    }

    @Test
    void aStepOfMostCellsIsRatherTheMachine() throws UnreadableRunException {
        RunSeries series =
                only(new Nights(1, 30, 4).noise(0.01, 0.01).effect((night, cell) -> night >= 20 && cell < 3 ? 1.1 : 1));

        assertThat(series.changes()).hasSize(1);
        assertThat(series.changes().get(0).suspectsTheMachine()).isTrue();
    }

    @Test
    void aStepWithinOneBuildIsNotOfTheProgram() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 30, 3)
                .noise(0.01, 0.01)
                .build(night -> 7)
                .effect((night, cell) -> night >= 20 && cell == 0 ? 1.1 : 1));

        assertThat(series.changes().get(0).isOfOneBuild()).isTrue();
    }

    @Test
    void aProgramFromOutsideIsNeverKnownToBeTheSame() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 30, 3)
                .noise(0.01, 0.01)
                .build(night -> 7)
                .outside()
                .effect((night, cell) -> night >= 20 && cell == 0 ? 1.1 : 1));

        assertThat(series.changes().get(0).isOfOneBuild()).isFalse();
        assertThat(series.drift().sittings()).isZero();
        assertThat(series.conditions().clock()).hasToString("PROCESS");
    }

    @Test
    void anotherMachineClassIsAnotherSeries() throws UnreadableRunException {
        Nights nights = new Nights(1, 30, 2)
                .machine(night -> night < 15 ? "old" : "new")
                .effect((night, cell) -> night < 15 ? 1 : 3);

        History history = of(nights);

        assertThat(history.series())
                .extracting(series -> series.conditions().machineClassHash())
                .containsExactly("new", "old");
        assertThat(history.series()).allSatisfy(series -> {
            assertThat(series.runs()).hasSize(15);
            assertThat(series.changes()).isEmpty();
        });
    }

    @Test
    void otherDataMakesOtherCellsOfTheSameName() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 30, 1)
                .data(night -> night < 15 ? "d1" : "d2")
                .effect((night, cell) -> night < 15 ? 1 : 3));

        assertThat(series.cells())
                .extracting(cell -> cell.key().datasetDigest())
                .containsExactly("d2", "d1");
        assertThat(series.cells()).allSatisfy(cell -> assertThat(cell.points()).hasSize(15));
        assertThat(series.changes()).isEmpty();
    }

    @Test
    void aChangeBehindAGapNamesTheLastRunThatMeasuredTheCell() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 30, 2)
                .noise(0.01, 0.01)
                .measured((night, cell) -> cell == 1 || night < 15 || night >= 20)
                .effect((night, cell) -> night >= 20 && cell == 0 ? 1.1 : 1));

        Change change = series.changes().get(0);
        assertThat(change.before().id()).startsWith("20260115");
        assertThat(change.after().id()).startsWith("20260121");
    }

    @Test
    void aCellMeasuredLatelySaysHowManyRunsAreMissing() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 30, 2).measured((night, cell) -> cell == 0 || night >= 26));

        assertThat(series.cells()).extracting(CellHistory::missing).containsExactly(0, 6);
    }

    @Test
    void failedAndDisturbedNightsAreNoPoints() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 12, 2)
                .failing((night, cell) -> cell == 0 && night < 2)
                .disturbed((night, cell) -> cell == 1 && night == 5));

        assertThat(series.cells().get(0).points()).hasSize(10);
        assertThat(series.cells().get(0).gaps()).containsExactly(Map.entry(Gap.FAILED, 2));
        assertThat(series.cells().get(1).gaps()).containsExactly(Map.entry(Gap.FEW_CLEAN_FORKS, 1));
    }

    @Test
    void threeForksAreAPointThatIsComparedWithNothing() throws UnreadableRunException {
        RunSeries series = only(new Nights(1, 12, 1).forks(3));

        CellHistory cell = series.cells().get(0);
        assertThat(cell.points()).hasSize(12).noneMatch(HistoryPoint::compared);
        assertThat(cell.missing()).isEqualTo(10);
        assertThat(cell.total(series.drift())).isEmpty();
    }

    @Test
    void slowCreepLeavesThePinnedRelease() throws UnreadableRunException {
        List<RunLevels> runs = new Nights(3, 30, 2)
                .noise(0.005, 0.01)
                .effect((night, cell) -> cell == 0 ? Math.pow(1.01, night) : 1)
                .levels();

        History history = History.of(Metric.WALL, runs, List.of(new Pinned("release-1", runs.get(0))));

        RunSeries series = history.series().get(0);
        assertThat(series.creeping()).extracting(cell -> cell.planned().name()).containsExactly("C01");
        assertThat(series.cells().get(0).creep().orElseThrow().suspicion()).isEqualTo(Suspicion.SLOWER);
        assertThat(series.cells().get(0).creep().orElseThrow().ratio()).isCloseTo(Math.pow(1.01, 26), within(0.03));
        assertThat(history.hasChanged()).isTrue();
    }

    @Test
    void aReleaseOfAnotherMachineClassIsHeldAgainstNothing() throws UnreadableRunException {
        List<RunLevels> runs =
                new Nights(3, 30, 1).machine(night -> night < 1 ? "old" : "new").levels();

        History history = History.of(Metric.WALL, runs, List.of(new Pinned("release-1", runs.get(0))));

        assertThat(history.series().get(0).pinned()).isEmpty();
        assertThat(history.series().get(0).cells().get(0).creep()).isEmpty();
        assertThat(history.series().get(1).pinned().map(Pinned::name)).contains("release-1");
    }

    @Test
    void runsOfTheReleasesOwnBuildAreNoCreep() throws UnreadableRunException {
        List<RunLevels> runs = new Nights(3, 12, 1).build(night -> 1).levels();

        History history = History.of(Metric.WALL, runs, List.of(new Pinned("release-1", runs.get(0))));

        assertThat(history.series().get(0).cells().get(0).creep()).isEmpty();
    }

    @Test
    void theOtherMetricsAreTakenFromTheSameForks() throws UnreadableRunException {
        List<RunLevels> runs = new Nights(1, 2, 1).noise(0, 0).levels();

        assertThat(level(runs, Metric.WALL)).isEqualTo(2);
        assertThat(level(runs, Metric.CPU)).isEqualTo(4);
        assertThat(level(runs, Metric.PEAK_RSS)).isEqualTo(2e9);
    }

    private static double level(List<RunLevels> runs, Metric metric) {
        Optional<CellHistory> cell = History.of(metric, runs, List.of()).series().get(0).cells().stream()
                .findFirst();
        return cell.orElseThrow().points().get(0).level().median();
    }

    @Test
    void runsComeInTheOrderOfTimeWhateverTheyAreGivenIn() throws UnreadableRunException {
        List<RunLevels> runs = new ArrayList<>(new Nights(1, 12, 1).levels());
        Collections.reverse(runs);

        assertThat(History.of(Metric.WALL, runs, List.of()).series().get(0).runs())
                .extracting(RunLevels::id)
                .isSorted();
    }
}
