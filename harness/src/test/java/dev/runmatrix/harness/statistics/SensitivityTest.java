// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    private static final double LEVEL = 0.025;

    /** SciPy 1.17: sqrt(pi/3)·(t.ppf(1 − level, n+m−2) + t.ppf(0.8, n+m−2))·sqrt(1/n + 1/m) with the exact level of U. */
    @Test
    void theFactorIsThatOfAnotherLanguage() {
        double[][] known = {
            {5, 5, 2.2563541027587526},
            {6, 6, 1.9036758942178214},
            {10, 10, 1.3896092224656498},
            {20, 20, 0.9333074053137929},
            {6, 10, 1.6416070263740559}
        };
        for (double[] row : known) {
            int n = (int) row[0];
            int m = (int) row[1];
            assertThat(SmallestChange.factor(MannWhitney.of(n, m), LEVEL)).isCloseTo(row[2], within(1e-9));
        }
        assertThatThrownBy(() -> SmallestChange.factor(MannWhitney.of(3, 3), LEVEL))
                .hasMessageContaining("3 and 3");
    }

    @Test
    void aChangeOfThisSizeIsFoundInFourOfFiveComparisons() {
        Noise noise = new Noise(21);
        for (int n : new int[] {6, 10}) {
            MannWhitney law = MannWhitney.of(n, n);
            double change = SmallestChange.significant(law, 0.05, LEVEL);
            int found = 0;
            for (int i = 0; i < 2000; i++) {
                double[] base = noise.forks(n, 1, 0.05);
                double[] candidate = noise.forks(n, 1 + change, 0.05);
                Ratio ratio = PairwiseRatios.of(candidate, base, law).ratio(0.95);
                found += ratio.interval().orElseThrow().low() > 1 ? 1 : 0;
            }
            assertThat(found / 2000.0).as("with %d forks", n).isCloseTo(0.8, within(0.035));
        }
    }

    /** By hand, with the factor of 10 + 10 forks: exp(1.3896·0.05) − 1 and 1.05·exp(0.84·0.02·√0.2) − 1. */
    @Test
    void theToleranceLimitsWhatIsCalledSlower() {
        MannWhitney law = MannWhitney.of(10, 10);

        assertThat(SmallestChange.judged(law, 0.05, LEVEL, 0))
                .isEqualTo(SmallestChange.significant(law, 0.05, LEVEL))
                .isCloseTo(0.07195, within(1e-4));
        assertThat(SmallestChange.judged(law, 0.02, LEVEL, 0.05)).isCloseTo(0.05792, within(1e-4));
    }

    /** 8·(2/2.5)² = 5.1, 8·(3/2.5)² = 11.5, 8·(5/2.5)² = 32. */
    @Test
    void forksGrowWithTheSquareOfTheSpread() {
        assertThat(ForksNeeded.forHalfWidth(0.02, 0.025)).isEqualTo(6);
        assertThat(ForksNeeded.forHalfWidth(0.03, 0.025)).isEqualTo(12);
        assertThat(ForksNeeded.forHalfWidth(0.05, 0.025)).isEqualTo(32);
        assertThat(ForksNeeded.forTolerance(0.05, 0.05)).isEqualTo(32);
        assertThat(ForksNeeded.forHalfWidth(0, 0.025)).isEqualTo(Verdict.LEAST_FORKS);
        assertThatThrownBy(() -> ForksNeeded.forHalfWidth(0.05, 0)).hasMessageContaining("half width");
    }

    @Test
    void thePooledSpreadOfNormalValuesIsTheirDeviation() {
        Noise noise = new Noise(22);
        for (int n : new int[] {5, 6, 10, 20}) {
            double[] spreads = new double[4000];
            for (int i = 0; i < spreads.length; i++) {
                spreads[i] = PooledSpread.of(noise.forks(n, 1, 0.05), noise.forks(n, 3, 0.05))
                        .orElseThrow();
            }
            assertThat(Arrays.stream(spreads).average().orElseThrow())
                    .as("with %d forks", n)
                    .isCloseTo(0.05, within(0.0025));
        }
    }

    /** By hand: middle distances ln 2 and ln 4 of n = m = 3, so √((ln² 2 + ln² 4)/2) · 1.4826 · 3/2.2. */
    @Test
    void theSpreadStandsForThatOfBoth() {
        double[] one = {1, 2, 4};
        double[] other = {10, 40, 160};

        assertThat(PooledSpread.of(one, other).orElseThrow())
                .isCloseTo(Math.log(2) * Math.sqrt(2.5) * 1.4826 * 3 / 2.2, within(1e-12));
        assertThat(PooledSpread.of(new double[] {1, 2}, other)).isEmpty();
    }

    @Test
    void onlyTheSpreadOfEachSampleCountsNotTheirLevels() {
        Noise noise = new Noise(23);
        double[] one = noise.forks(7, 1, 0.05);
        double[] other = noise.forks(9, 1, 0.05);

        assertThat(PooledSpread.of(Noise.times(one, 17), other).orElseThrow())
                .isCloseTo(PooledSpread.of(one, other).orElseThrow(), within(1e-12));
    }

    @Test
    void whatCannotBeKnownIsAbsent() {
        double[] two = {1, 1.1};
        double[] three = {1, 1.1, 1.2};

        assertThat(Sensitivity.of(two, two, 0.05, Sizes.of(2, 2, LEVEL)).forksNeeded())
                .isEmpty();
        assertThat(Sensitivity.of(three, three, 0.05, Sizes.of(3, 3, LEVEL)).smallestChange())
                .isEmpty();
        assertThat(Sensitivity.of(three, three, 0.05, Sizes.of(3, 3, LEVEL)).forksNeeded())
                .isPresent();
    }
}
