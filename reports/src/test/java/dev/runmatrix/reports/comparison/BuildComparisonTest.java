// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildComparisonTest {

    private static final double[] TEN = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005, 0.995, 1.015, 0.985, 1.003};
    private static final double[] SAME_CPU = TEN;

    @Test
    void aSlowerHeadIsCalledSlowerAndTheOthersAreNot() throws UnreadableRunException {
        BuildComparison comparison = of(new TurnsFixture()
                .setting(TEN, times(TEN, 1.2))
                .setting(TEN, times(TEN, 0.8))
                .setting(TEN, times(TEN, 1.001)));

        assertThat(verdicts(comparison, Metric.WALL)).containsExactly(Verdict.SLOWER, Verdict.FASTER, Verdict.WITHIN);
        assertThat(comparison.clock()).isEqualTo(WallClock.PROCESS);
        JudgedPair first = comparison.pairs().get(0);
        assertThat(first.setting().axes()).doesNotContainKey("build").containsEntry("n", "0");
        assertThat(first.base().name()).isEqualTo("C1");
        assertThat(first.head().name()).isEqualTo("C2");
        assertThat(first.metric(Metric.WALL).orElseThrow().ratio()).isBetween(1.19, 1.21);
    }

    @Test
    void disturbedForksCountToo() throws UnreadableRunException {
        BuildComparison comparison = of(new TurnsFixture().disturbed(1.5, 0.9).setting(TEN, times(TEN, 1.2)));

        assertThat(comparison.pairs().get(0).headSide().clean()).isEqualTo(10);
        assertThat(verdicts(comparison, Metric.WALL)).containsExactly(Verdict.SLOWER);
        assertThat(verdicts(comparison, Metric.CPU)).containsExactly(Verdict.SLOWER);
    }

    @Test
    void wallAloneConvictsNobodyOfWhatWaitingForAProcessorMayExplain() throws UnreadableRunException {
        JudgedMetric wall =
                wall(of(new TurnsFixture().disturbed(1.5, 0.3).setting(TEN, SAME_CPU, times(TEN, 1.2), SAME_CPU)));

        assertThat(wall.confirmed().verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(wall.blamesTheMachine()).isTrue();
        assertThat(wall.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void wallAloneConvictsWhereTheForksHardlyWaitedOrNothingDisturbedThem() throws UnreadableRunException {
        TurnsFixture brief = new TurnsFixture().disturbed(1.5, 0.01);
        TurnsFixture calm = new TurnsFixture().disturbed(0.1, 0.3);

        assertThat(wall(of(brief.setting(TEN, SAME_CPU, times(TEN, 1.2), SAME_CPU)))
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
        assertThat(wall(of(calm.setting(TEN, SAME_CPU, times(TEN, 1.2), SAME_CPU)))
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
    }

    @Test
    void aHeadThatIsFasterOnlyBecauseTheBaseWaitedIsNotPraised() throws UnreadableRunException {
        JudgedMetric wall =
                wall(of(new TurnsFixture().disturbed(1.5, 0.3).setting(TEN, SAME_CPU, times(TEN, 0.8), SAME_CPU)));

        assertThat(wall.confirmed().verdict()).isEqualTo(Verdict.FASTER);
        assertThat(wall.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void lessThanSixForksAreTooFew() throws UnreadableRunException {
        double[] five = Arrays.copyOf(TEN, 5);

        assertThat(verdicts(of(new TurnsFixture().setting(TEN, times(five, 2))), Metric.WALL))
                .containsExactly(Verdict.TOO_FEW_FORKS);
    }

    @Test
    void aBuildThatFailsOrWritesSomethingElseIsNotCompared() throws UnreadableRunException {
        BuildComparison comparison = of(new TurnsFixture()
                .setting(TEN, times(TEN, 2))
                .headFails()
                .setting(TEN, times(TEN, 2))
                .headIsWrong()
                .setting(TEN, times(TEN, 2)));

        assertThat(comparison.pairs()).extracting(pair -> pair.metrics().size()).containsExactly(0, 0, 3);
        assertThat(comparison.pairs().get(0).headSide().isBroken()).isTrue();
        assertThat(comparison.pairs().get(1).headSide().isBroken()).isTrue();
    }

    @Test
    void amongManySettingsAWeakDifferenceIsTakenBack() throws UnreadableRunException {
        double[] base = Arrays.copyOf(TEN, 6);
        // Just significant alone: 6 against 6 with one value that crosses over.
        double[] head = {1.08, 1.09, 1.10, 1.11, 1.12, 1.012};
        TurnsFixture many = new TurnsFixture();
        for (int i = 0; i < 30; i++) {
            many.setting(base, i == 0 ? head : base);
        }

        JudgedMetric alone = wall(of(new TurnsFixture().setting(base, head)));
        JudgedMetric among = wall(of(many));

        assertThat(alone.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(among.confirmed().isTakenBack()).isTrue();
        assertThat(among.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void whatIsTooLittleToBeCountedIsLeftOut() throws UnreadableRunException {
        double[] mostlyNothing = {0, 0, 0, 0, 0, 0, 0.01, 0.01, 0.01, 0.01};

        BuildComparison comparison = of(new TurnsFixture().setting(TEN, mostlyNothing, times(TEN, 1.2), mostlyNothing));

        assertThat(comparison.pairs().get(0).metric(Metric.CPU)).isEmpty();
        assertThat(verdicts(comparison, Metric.WALL)).containsExactly(Verdict.SLOWER);
    }

    @Test
    void oneProgramMeasuredTwiceIsKnownAsSuch() throws UnreadableRunException {
        TurnsFixture same = new TurnsFixture().sameProgram().setting(TEN, times(TEN, 1.2));

        assertThat(of(same).isSameProgram()).isTrue();
        assertThat(of(same).has(Verdict.SLOWER)).isTrue();
        assertThat(of(new TurnsFixture().setting(TEN, TEN)).isSameProgram()).isFalse();
    }

    @Test
    void aRunOfOneProgramHasNoBuildsToCompare() {
        StoredRun one = new SittingFixture("abc").cell(1, TEN).stored();

        assertThatThrownBy(() -> BuildComparison.of(one)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BuildComparison of(TurnsFixture turns) throws UnreadableRunException {
        return BuildComparison.of(turns.stored());
    }

    private static JudgedMetric wall(BuildComparison comparison) {
        return comparison.pairs().get(0).metric(Metric.WALL).orElseThrow();
    }

    private static List<Verdict> verdicts(BuildComparison comparison, Metric metric) {
        return comparison.pairs().stream()
                .map(pair -> pair.metric(metric).orElseThrow().verdict())
                .toList();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
