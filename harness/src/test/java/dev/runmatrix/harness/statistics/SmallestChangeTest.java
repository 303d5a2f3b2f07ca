// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmallestChangeTest {

    @Test
    void moreForksAndLessSpreadShowSmallerChanges() {
        assertThat(SmallestChange.between(10, 10, 0.02)).isLessThan(SmallestChange.between(6, 6, 0.02));
        assertThat(SmallestChange.between(6, 6, 0.01)).isLessThan(SmallestChange.between(6, 6, 0.02));
        assertThat(SmallestChange.between(6, 6, 0.02)).isCloseTo(Math.exp(1.9037 * 0.02) - 1, within(1e-4));
        assertThat(SmallestChange.between(6, 6, 0)).isZero();
    }

    @Test
    void aThingMeasuredTwiceShowsNoChangeBelowItsOwnInterval() {
        double[] once = {10, 10, 10, 10, 10, 10.1};
        double[] again = {10.8, 10.8, 10.8, 10.8, 10.8, 10.8};

        assertThat(SmallestChange.ofSame(once, again))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(0.08, within(1e-9)));
        assertThat(SmallestChange.ofSame(again, once))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(0.08, within(1e-9)));
    }

    @Test
    void aThingMeasuredTwiceShowsNoChangeBelowWhatItsSpreadAllows() {
        double[] values = {9, 9.9, 10, 10.1, 10.2, 11};
        double spread = Median.relativeSpread(values);

        assertThat(SmallestChange.ofSame(values, values))
                .hasValueSatisfying(
                        c -> assertThat(c).isGreaterThanOrEqualTo(SmallestChange.between(6, 6, spread) - 1e-9));
    }

    @Test
    void theUnitDoesNotMatter() {
        double[] once = {9, 9.9, 10, 10.1, 10.2, 11};
        double[] again = {9.2, 9.7, 10, 10.3, 10.1, 10.6};
        double change = SmallestChange.ofSame(once, again).orElseThrow();

        assertThat(SmallestChange.ofSame(scaled(once), scaled(again)))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(change, within(1e-9)));
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(v -> v * 1000).toArray();
    }

    @Test
    void threeForksOfEachAreTooFew() {
        assertThat(SmallestChange.ofSame(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                .isEmpty();
    }
}
