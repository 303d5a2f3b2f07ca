// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DetectableChangeTest {

    /** Quantiles from the usual printed tables, three decimals. */
    @Test
    void theFactorIsThatOfStudentsQuantiles() {
        assertThat(DetectableChange.factor(6, 6)).isCloseTo(1.02 * (2.228 + 0.879) * Math.sqrt(2 / 6.0), within(0.001));
        assertThat(DetectableChange.factor(10, 10))
                .isCloseTo(1.02 * (2.101 + 0.862) * Math.sqrt(2 / 10.0), within(0.001));
        assertThat(DetectableChange.factor(20, 20)).isCloseTo(0.93, within(0.01));
        assertThat(DetectableChange.factor(4, 6))
                .isCloseTo(1.02 * (2.306 + 0.889) * Math.sqrt(1 / 4.0 + 1 / 6.0), within(0.001));
    }

    @Test
    void moreForksAndLessSpreadShowSmallerChanges() {
        assertThat(DetectableChange.of(10, 10, 0.02)).isLessThan(DetectableChange.of(6, 6, 0.02));
        assertThat(DetectableChange.of(6, 6, 0.01)).isLessThan(DetectableChange.of(6, 6, 0.02));
        assertThat(DetectableChange.of(6, 6, 0.02)).isCloseTo(Math.exp(1.830 * 0.02) - 1, within(1e-4));
        assertThat(DetectableChange.of(6, 6, 0)).isZero();
    }

    @Test
    void aThingMeasuredTwiceShowsNoChangeBelowItsOwnInterval() {
        double[] once = {10, 10, 10, 10, 10, 10.1};
        double[] again = {10.8, 10.8, 10.8, 10.8, 10.8, 10.8};

        assertThat(DetectableChange.ofSame(once, again))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(0.08, within(1e-9)));
        assertThat(DetectableChange.ofSame(again, once))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(0.08, within(1e-9)));
    }

    @Test
    void aThingMeasuredTwiceShowsNoChangeBelowWhatItsSpreadAllows() {
        double[] values = {9, 9.9, 10, 10.1, 10.2, 11};
        double spread = Median.relativeSpread(values);

        assertThat(DetectableChange.ofSame(values, values))
                .hasValueSatisfying(
                        c -> assertThat(c).isGreaterThanOrEqualTo(DetectableChange.of(6, 6, spread) - 1e-9));
    }

    @Test
    void theUnitDoesNotMatter() {
        double[] once = {9, 9.9, 10, 10.1, 10.2, 11};
        double[] again = {9.2, 9.7, 10, 10.3, 10.1, 10.6};
        double change = DetectableChange.ofSame(once, again).orElseThrow();

        assertThat(DetectableChange.ofSame(scaled(once), scaled(again)))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(change, within(1e-9)));
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(v -> v * 1000).toArray();
    }

    @Test
    void threeForksOfEachAreTooFew() {
        assertThat(DetectableChange.ofSame(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                .isEmpty();
    }
}
