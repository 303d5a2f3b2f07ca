// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SittingSpreadTest {

    private static final double[] NIGHTS = {10.0, 10.3, 9.9, 10.1, 10.4, 9.8, 10.2, 10.0};

    /** NumPy 2.4: std(log(nights), ddof=1). */
    @Test
    void severalBuildsAreEachMeasuredByTheirOwnMean() {
        double[] one = {1.00, 1.02, 0.98, 1.01, 0.99, 1.00, 1.03, 0.97};
        double[] half = {2.00, 2.04, 1.96, 2.02};
        double[] rest = {2.97, 3.00, 3.09, 2.91};

        assertThat(SittingSpread.ofBuilds(List.of(one))).isEqualTo(SittingSpread.of(one));
        assertThat(SittingSpread.ofBuilds(List.of(half, rest))).isEqualTo(SittingSpread.ASSUMED);
        SittingSpread all = SittingSpread.ofBuilds(List.of(one, half, rest, new double[] {7}));
        assertThat(all.sittings()).isEqualTo(14);

        assertThat(all.sigma()).isCloseTo(pooled(one, half, rest), within(1e-12));
    }

    private static double pooled(double[]... builds) {
        double squares = 0;
        int freedom = 0;
        for (double[] build : builds) {
            double mean = Arrays.stream(build).map(Math::log).average().orElseThrow();
            squares += Arrays.stream(build)
                    .map(Math::log)
                    .map(y -> (y - mean) * (y - mean))
                    .sum();
            freedom += build.length - 1;
        }
        return Math.sqrt(squares / freedom);
    }

    @Test
    void eightNightsTellHowMuchSittingsDiffer() {
        SittingSpread spread = SittingSpread.of(NIGHTS);

        assertThat(spread.sigma()).isCloseTo(0.020105219007372343, within(1e-12));
        assertThat(spread.sittings()).isEqualTo(8);
    }

    @Test
    void fewerNightsTellNothing() {
        assertThat(SittingSpread.of(10, 10, 10, 10, 10, 10, 10)).isEqualTo(SittingSpread.ASSUMED);
        assertThat(SittingSpread.ASSUMED.sigma()).isEqualTo(0.05);
    }

    /** By hand: 1.96·√2·0.03 = 8.3 %, and 13.9 % for 0.05, in logarithms. */
    @Test
    void whatSittingsDifferByCannotBeShown() {
        assertThat(new SittingSpread(0.03, 8).halfWidth()).isCloseTo(0.083, within(5e-4));
        assertThat(SittingSpread.ASSUMED.halfWidth()).isCloseTo(0.139, within(5e-4));
        assertThat(SittingSpread.ASSUMED.smallestChange()).isCloseTo(Math.exp(0.1386) - 1, within(1e-4));
    }

    /** By hand: the ends at ln 1.1 ∓ 0.1 move to ln 1.1 ∓ √(0.1² + 0.0832²). */
    @Test
    void theTwoUncertaintiesAddLikeTheSidesOfARightTriangle() {
        Interval interval = new Interval(1.1 * Math.exp(-0.1), 1.1 * Math.exp(0.1), 0.95);

        Interval widened = new SittingSpread(0.03, 8).widen(1.1, interval);

        assertThat(Math.log(widened.low() / 1.1)).isCloseTo(-0.13006, within(1e-4));
        assertThat(Math.log(widened.high() / 1.1)).isCloseTo(0.13006, within(1e-4));
        Interval same = new SittingSpread(0, 8).widen(1.1, interval);
        assertThat(same.low()).isCloseTo(interval.low(), within(1e-12));
    }

    @Test
    void whatEqualBuildsDifferedByIsNoise() {
        SittingSpread spread = new SittingSpread(0.01, 10);

        assertThat(Math.exp(spread.covering(1.2).halfWidth())).isCloseTo(1.2, within(1e-12));
        assertThat(Math.exp(spread.covering(1 / 1.2).halfWidth())).isCloseTo(1.2, within(1e-12));
        assertThat(spread.covering(1.01)).isEqualTo(spread);
        assertThat(spread.covering(1.2).covering(1.1)).isEqualTo(spread.covering(1.2));
    }

    @Test
    void aSpreadBelowZeroIsRefused() {
        assertThatThrownBy(() -> new SittingSpread(-0.1, 0)).hasMessageContaining("-0.1");
    }

    /** SciPy 1.17: the prediction interval with t.ppf(0.975, 7). */
    @Test
    void theBandOfFormerNightsIsThatOfAnotherLanguage() {
        Ratio ratio = NightlyBand.of(11.0, NIGHTS).orElseThrow();

        assertThat(ratio.estimate()).isCloseTo(1.0906515293384689, within(1e-12));
        assertThat(ratio.interval().orElseThrow().low()).isCloseTo(1.0370188430709073, within(1e-9));
        assertThat(ratio.interval().orElseThrow().high()).isCloseTo(1.1470579984119018, within(1e-9));
        assertThat(NightlyBand.of(11.0, 10, 10.1)).isEmpty();
    }

    @Test
    void theBandHoldsNineteenOfTwentyUnchangedNights() {
        Noise noise = new Noise(31);
        int held = 0;
        for (int i = 0; i < 4000; i++) {
            double[] former = noise.forks(10, 5, 0.04);
            double next = noise.forks(1, 5, 0.04)[0];
            held += NightlyBand.of(next, former)
                            .flatMap(Ratio::interval)
                            .orElseThrow()
                            .contains(1)
                    ? 1
                    : 0;
        }
        assertThat(held / 4000.0).isCloseTo(0.95, within(0.012));
    }
}
