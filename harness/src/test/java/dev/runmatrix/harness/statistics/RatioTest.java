// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RatioTest {

    private static final double[] SLOW = {96.4, 95.9, 98.6, 96.1, 97.3};
    private static final double[] FAST = {30.9, 30.4, 31.0, 30.6, 30.95};

    @Test
    void theEstimateIsTheMiddlePairwiseRatio() {
        double[] ratios = new double[25];
        for (int i = 0; i < 25; i++) {
            ratios[i] = SLOW[i / 5] / FAST[i % 5];
        }
        Arrays.sort(ratios);

        Ratio ratio = Ratio.of(SLOW, FAST, 0.95);

        assertThat(ratio.estimate()).isCloseTo(ratios[12], within(1e-12));
        assertThat(ratio.interval()).hasValueSatisfying(i -> {
            assertThat(i.low()).isCloseTo(ratios[2], within(1e-12));
            assertThat(i.high()).isCloseTo(ratios[22], within(1e-12));
            assertThat(i.coverage()).isCloseTo(1 - 2 * 4.0 / 252, within(1e-12));
        });
    }

    @Test
    void fourForksEachGiveTheExtremesAsInterval() {
        double[] four = {1, 2, 4, 8};

        assertThat(Ratio.of(four, new double[] {1, 1.5, 2.5, 3}, 0.95).interval())
                .hasValueSatisfying(i -> {
                    assertThat(i.low()).isCloseTo(1 / 3.0, within(1e-12));
                    assertThat(i.high()).isCloseTo(8, within(1e-12));
                    assertThat(i.coverage()).isCloseTo(1 - 2 / 70.0, within(1e-12));
                });
    }

    @Test
    void threeForksEachHaveNoIntervalAtNinetyFivePercent() {
        assertThat(Ratio.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}, 0.95)
                        .interval())
                .isEmpty();
    }

    @Test
    void scalingOneSampleScalesTheRatio() {
        double[] doubled = Arrays.stream(SLOW).map(v -> 2 * v).toArray();

        assertThat(Ratio.of(doubled, FAST, 0.95).estimate())
                .isCloseTo(2 * Ratio.of(SLOW, FAST, 0.95).estimate(), within(1e-12));
        assertThat(Ratio.of(doubled, SLOW, 0.95).interval())
                .hasValueSatisfying(i -> assertThat(i.contains(2)).isTrue());
    }

    @Test
    void exchangingTheSamplesGivesTheReciprocal() {
        Ratio there = Ratio.of(SLOW, FAST, 0.95);
        Ratio back = Ratio.of(FAST, SLOW, 0.95).reciprocal();

        assertThat(back.estimate()).isCloseTo(there.estimate(), within(1e-12));
        assertThat(back.interval().orElseThrow().low())
                .isCloseTo(there.interval().orElseThrow().low(), within(1e-12));
    }

    @Test
    void theOrderOfTheForksDoesNotMatter() {
        double[] reversed = {97.3, 96.1, 98.6, 95.9, 96.4};

        assertThat(Ratio.of(reversed, FAST, 0.95)).isEqualTo(Ratio.of(SLOW, FAST, 0.95));
    }

    @Test
    void aTimeOfZeroIsRefused() {
        assertThatThrownBy(() -> Ratio.of(new double[] {0}, FAST, 0.95)).hasMessageContaining("positive");
    }

    @Test
    void intervalsThatTouchOverlap() {
        Interval low = new Interval(1, 2, 0.9);

        assertThat(low.overlaps(new Interval(2, 3, 0.9))).isTrue();
        assertThat(low.overlaps(new Interval(2.1, 3, 0.9))).isFalse();
        assertThatThrownBy(() -> new Interval(2, 1, 0.9)).isInstanceOf(IllegalArgumentException.class);
    }
}
