// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairwiseRatiosTest {

    private static final double[] CANDIDATE = {10.2, 10.9, 9.8, 11.4, 10.6, 12.1, 10.1};
    private static final double[] BASE = {9.7, 10.0, 9.3, 9.9, 10.3, 9.5};

    /** SciPy 1.17: mannwhitneyu(candidate, base, alternative='greater' and 'less', method='exact'). */
    @Test
    void pIsThatOfTheExactTestElsewhere() {
        PairwiseRatios pairs = pairs(CANDIDATE, BASE);

        assertThat(pairs.pGreater()).isCloseTo(0.011072261072261072, within(1e-14));
        assertThat(pairs.pSmaller()).isCloseTo(0.9930069930069929, within(1e-14));
    }

    /** NumPy 2.4: the exponential of the median of all differences of logarithms. */
    @Test
    void theEstimateIsThatOfAnotherLanguage() {
        assertThat(pairs(CANDIDATE, BASE).ratio(0.95).estimate()).isCloseTo(1.0880089341821668, within(1e-12));
    }

    @Test
    void pIsTheShareOfAllRearrangementsThatLookAsExtreme() {
        double[] candidate = {5, 7, 11, 13};
        double[] base = {2, 3, 6, 10};
        double[] pooled = {5, 7, 11, 13, 2, 3, 6, 10};
        int wins = wins(candidate, base);
        int extreme = 0;
        int all = 0;
        for (int chosen = 0; chosen < 256; chosen++) {
            if (Integer.bitCount(chosen) == 4) {
                all++;
                extreme += wins(part(pooled, chosen), part(pooled, ~chosen)) >= wins ? 1 : 0;
            }
        }

        assertThat(pairs(candidate, base).pGreater()).isCloseTo((double) extreme / all, within(1e-14));
    }

    private static double[] part(double[] pooled, int chosen) {
        List<Double> part = new ArrayList<>();
        for (int i = 0; i < pooled.length; i++) {
            if ((chosen >> i & 1) == 1) {
                part.add(pooled[i]);
            }
        }
        return part.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int wins(double[] candidate, double[] base) {
        int wins = 0;
        for (double c : candidate) {
            for (double b : base) {
                wins += c > b ? 1 : 0;
            }
        }
        return wins;
    }

    /** By hand: of 9 pairs 1 is below and 2 are equal, so u = 1 + 2/2 = 2; one tie more makes it 2.5, which becomes 3. */
    @Test
    void tiesCountHalfAndAreRoundedUp() {
        MannWhitney law = MannWhitney.of(3, 3);

        assertThat(pairs(new double[] {2, 4, 5}, new double[] {1, 2, 4}).pGreater())
                .isEqualTo(law.atMost(2));
        assertThat(pairs(new double[] {2, 4, 4}, new double[] {1, 2, 4}).pGreater())
                .isEqualTo(law.atMost(3));
        assertThat(pairs(new double[] {3, 3, 3}, new double[] {3, 3, 3}).pGreater())
                .isEqualTo(law.atMost(5));
    }

    @Test
    void theOtherDirectionCountsTiesTheSameWay() {
        double[] one = {2, 4, 5, 5};
        double[] other = {1, 2, 4, 5, 7};

        assertThat(pairs(one, other).pSmaller()).isCloseTo(pairs(other, one).pGreater(), within(1e-14));
    }

    @Test
    void theTestAndTheIntervalNeverContradictEachOther() {
        Noise noise = new Noise(11);
        for (int i = 0; i < 2000; i++) {
            PairwiseRatios pairs = pairs(noise.forks(4 + i % 7, 1.08, 0.05), noise.forks(4 + i % 5, 1, 0.05));
            Interval interval = pairs.ratio(0.95).interval().orElseThrow();

            assertThat(interval.low() > 1).isEqualTo(pairs.pGreater() <= 0.025);
            assertThat(interval.high() < 1).isEqualTo(pairs.pSmaller() <= 0.025);
        }
    }

    @Test
    void whatIsNoFinitePositiveValueIsRefused() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> pairs(new double[] {wrong}, BASE)).hasMessageContaining("positive");
        }
    }

    private static PairwiseRatios pairs(double[] candidate, double[] base) {
        return PairwiseRatios.of(candidate, base, MannWhitney.of(candidate.length, base.length));
    }
}
