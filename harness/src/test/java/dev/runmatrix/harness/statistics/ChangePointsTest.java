// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

    /** SciPy 1.17: ttest_ind(one, other). */
    @Test
    void theTestIsThatOfAnotherLanguage() {
        double[] one = {1.0, 1.2, .9, 1.1, 1.05, .95, 1.02};
        double[] other = {1.3, 1.25, 1.4, 1.2};

        assertThat(PooledT.of(one, other)).isCloseTo(0.0019230840669473665, within(1e-12));
        assertThat(PooledT.of(other, one)).isCloseTo(0.0019230840669473665, within(1e-12));
    }

    @Test
    void aStepIsFoundAtItsNight() {
        Shift shift = ChangePoints.latest(step(20, 5, 1.1)).orElseThrow();

        assertThat(shift.night()).isEqualTo(120);
        assertThat(shift.ratio()).isCloseTo(1.1, within(0.01));
        assertThat(shift.nightsBefore()).isEqualTo(20);
        assertThat(shift.nightsAfter()).isEqualTo(5);
        assertThat(shift.p()).isLessThan(0.001);
    }

    @Test
    void aStepDownIsFoundToo() {
        assertThat(ChangePoints.latest(step(20, 5, 0.9)).orElseThrow().ratio()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void twoNightsAreNoLevelYet() {
        assertThat(ChangePoints.latest(step(27, 2, 1.5))).isEmpty();
        assertThat(ChangePoints.latest(step(27, 3, 1.5))).isPresent();
    }

    @Test
    void sixNightsAreNoOldLevel() {
        assertThat(ChangePoints.latest(step(6, 10, 1.5)).map(Shift::night)).isNotEqualTo(Optional.of(106L));
        assertThat(ChangePoints.latest(step(7, 10, 1.5)).map(Shift::night)).hasValue(107L);
        assertThat(ChangePoints.latest(List.of())).isEmpty();
    }

    @Test
    void aCertainStepOfTwoPercentIsNotWorthAMessage() {
        assertThat(ChangePoints.latest(step(20, 10, 1.02))).isEmpty();
        assertThat(ChangePoints.latest(step(20, 10, 1.05))).isPresent();
    }

    @Test
    void aPerfectlySteadyHistoryThatStepsIsNoDivisionByZero() {
        List<Night> history = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            history.add(new Night(i, i < 12 ? 5 : 6));
        }

        assertThat(ChangePoints.latest(history)).hasValueSatisfying(shift -> {
            assertThat(shift.night()).isEqualTo(12);
            assertThat(shift.p()).isZero();
        });
        assertThat(ChangePoints.latest(history.subList(0, 12))).isEmpty();
    }

    @Test
    void oneBadNightIsNoChange() {
        List<Night> history = new ArrayList<>(step(25, 0, 1));
        history.set(22, new Night(122, 30));

        assertThat(ChangePoints.latest(history)).isEmpty();
    }

    @Test
    void whatLiesOutsideTheWindowDoesNotCount() {
        assertThat(ChangePoints.latest(step(10, 30, 1.5))).isEmpty();
        assertThat(ChangePoints.latest(step(10, 23, 1.5)).map(Shift::night)).hasValue(110L);
    }

    @Test
    void everyStepOfALongHistoryIsFoundOnce() {
        List<Night> history = new ArrayList<>();
        double[] nights = new Noise(41).forks(90, 10, 0.01);
        for (int i = 0; i < nights.length; i++) {
            history.add(new Night(i, nights[i] * (i < 30 ? 1 : i < 60 ? 1.1 : 0.95)));
        }

        assertThat(ChangePoints.all(history)).extracting(Shift::night).containsExactly(30L, 60L);
    }

    /** 3 000 histories each; the standard error of the bounds is 0.0013, 0.0085, 0.0036. */
    @Test
    void falseAlarmsAreRareAndAStepOfFivePercentIsFoundWithinAWeek() {
        Noise noise = new Noise(42);
        assertThat(found(noise, 0, 1)).isLessThanOrEqualTo(0.007);
        assertThat(found(noise, 3, 1.05)).isGreaterThan(0.62);
        assertThat(found(noise, 7, 1.05)).isGreaterThan(0.93);
        assertThat(found(noise, 3, 1.5)).isGreaterThan(0.98);
        assertThat(found(noise, 2, 1.5)).isLessThan(0.5);
    }

    private static double found(Noise noise, int nightsAfter, double factor) {
        int found = 0;
        for (int i = 0; i < 3000; i++) {
            double[] nights = noise.forks(30, 10, 0.02);
            found += ChangePoints.latest(history(nights, 30 - nightsAfter, factor))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return found / 3000.0;
    }

    @Test
    void theUnitDoesNotMatter() {
        List<Night> seconds = step(20, 5, 1.1);
        List<Night> nanos = seconds.stream()
                .map(n -> new Night(n.number(), n.median() * 1e9))
                .toList();

        assertThat(ChangePoints.latest(nanos).orElseThrow().p())
                .isCloseTo(ChangePoints.latest(seconds).orElseThrow().p(), within(1e-12));
    }

    @Test
    void aNightWithoutATimeIsRefused() {
        assertThatThrownBy(() -> new Night(7, 0)).hasMessageContaining("night 7");
    }

    private static List<Night> step(int before, int after, double factor) {
        return history(new Noise(40).forks(before + after, 10, 0.008), before, factor);
    }

    private static List<Night> history(double[] nights, int stepAt, double factor) {
        List<Night> history = new ArrayList<>();
        for (int i = 0; i < nights.length; i++) {
            history.add(new Night(100 + i, nights[i] * (i < stepAt ? 1 : factor)));
        }
        return history;
    }

    @Test
    void stepsOfOnePercentAddUp() {
        double[] nights = new double[40];
        Arrays.setAll(nights, i -> 10 * Math.pow(1.005, i));
        SittingSpread drift = new SittingSpread(0.02, 30);

        Creep creep = Creep.of(nights, new double[] {10}, drift, 0.05);

        assertThat(creep.suspicion()).isEqualTo(Suspicion.SLOWER);
        assertThat(creep.ratio()).isCloseTo(Math.pow(1.005, 36), within(1e-9));
        assertThat(creep.nights()).isEqualTo(Creep.NIGHTS);
        assertThat(Creep.of(new double[] {10}, nights, drift, 0.05).suspicion()).isEqualTo(Suspicion.FASTER);
        assertThat(Creep.of(Arrays.copyOf(nights, 10), new double[] {10}, drift, 0.05)
                        .suspicion())
                .isEqualTo(Suspicion.NONE);
    }

    @Test
    void whatTheMachineDriftsByIsNoCreep() {
        double[] pinned = {10};

        assertThat(Creep.of(new double[] {11}, pinned, SittingSpread.ASSUMED, 0.05)
                        .suspicion())
                .isEqualTo(Suspicion.NONE);
        assertThat(Creep.of(new double[] {9}, pinned, SittingSpread.ASSUMED, 0.05)
                        .suspicion())
                .isEqualTo(Suspicion.NONE);
        assertThat(Creep.of(new double[] {11.6}, pinned, SittingSpread.ASSUMED, 0.05)
                        .suspicion())
                .isEqualTo(Suspicion.SLOWER);
    }

    /** By hand: 1.96 · 0.03 · √(π/14 + 1). */
    @Test
    void theLevelOfSevenNightsIsSurerThanThatOfOne() {
        double[] seven = {10, 10, 10, 10, 10, 10, 10};
        SittingSpread drift = new SittingSpread(0.03, 30);

        Interval ofSeven = Creep.of(seven, new double[] {10}, drift, 0.05).interval();
        Interval ofOne =
                Creep.of(new double[] {10}, new double[] {10}, drift, 0.05).interval();

        assertThat(Math.log(ofSeven.high())).isCloseTo(1.96 * 0.03 * Math.sqrt(Math.PI / 14 + 1), within(1e-12));
        assertThat(Math.log(ofOne.high())).isCloseTo(drift.halfWidth(), within(1e-12));
    }
}
