// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void aValueFarFromAllOthersIsAnOutlier() {
        assertThat(Shape.of(10, 10.1, 9.9, 15, 10.05, 9.95, 10.2).outliers()).containsExactly(3);
        assertThat(Shape.of(10, 10.1, 9.9, 5, 10.05, 9.95, 10.2).outliers()).containsExactly(3);
    }

    /** The median is 100, the middle distance 0.1, so 3.5·1.4826 of it is 0.5 %: still nothing within 5 % is called far. */
    @Test
    void whatIsWithinFivePercentIsNeverAnOutlier() {
        assertThat(Shape.of(100, 100.1, 99.9, 100.1, 99.9, 104.9).outliers()).isEmpty();
        assertThat(Shape.of(100, 100.1, 99.9, 100.1, 99.9, 105.5).outliers()).containsExactly(5);
        assertThat(Shape.of(5, 5, 5, 5, 5, 5.2).outliers()).isEmpty();
    }

    /** Middle distance 2 %: far begins at 3.5·1.4826 of it, which is exp(0.1038) = 1.109. */
    @Test
    void whatIsFarDependsOnTheSpread() {
        assertThat(Shape.of(0.96, 0.97, 0.98, 1, 1.02, 1.03, 1.09).outliers()).isEmpty();
        assertThat(Shape.of(0.97, 0.98, 0.98, 1, 1.02, 1.02, 1.13).outliers()).containsExactly(6);
    }

    @Test
    void halvesThatAreTenPercentApartAreTwoModes() {
        Shape shape = Shape.of(10, 11.4, 10.1, 11.3, 10.2, 11.5);

        assertThat(shape.outliers()).isEmpty();
        assertThat(shape.modes()).hasValue(new Modes(10.1, 11.4, 3, 3));
    }

    @Test
    void aGapWithForksOnBothSidesMakesTwoModes() {
        Modes modes = Shape.of(10, 11.6, 10.1, 9.9, 11.5, 10.2, 11.7, 10.05, 9.95, 10.15)
                .modes()
                .orElseThrow();

        assertThat(modes.lowForks()).isEqualTo(7);
        assertThat(modes.highForks()).isEqualTo(3);
        assertThat(modes.low()).isCloseTo(10.05, within(1e-12));
        assertThat(modes.high()).isCloseTo(11.6, within(1e-12));
        assertThat(modes.highShare()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void oneForkIsNoMode() {
        assertThat(Shape.of(10, 10.1, 9.9, 10.2, 13).modes()).isEmpty();
        assertThat(Shape.of(10, 13).modes()).isEmpty();
        assertThat(Shape.of(10).modes()).isEmpty();
    }

    @Test
    void aNarrowGapIsNone() {
        assertThat(Shape.of(10, 10.1, 10.2, 10.9, 11, 10.85).modes()).isEmpty();
    }

    @Test
    void manyOutliersAreAModeEvenWithoutAWideGap() {
        double[] tail = {100, 100.1, 100.2, 99.9, 99.8, 100, 100.1, 106, 112, 119};

        assertThat(Shape.of(tail).outliers()).hasSize(3);
        assertThat(Shape.of(tail).modes().orElseThrow().highForks()).isBetween(2, 3);
    }

    @Test
    void neitherTheUnitNorTheOrderMatters() {
        Noise noise = new Noise(8);
        for (int i = 0; i < 200; i++) {
            double[] values = noise.forks(10, 1, 0.06);
            Shape shape = Shape.of(values);
            Shape other = Shape.of(noise.shuffled(Noise.times(values, 1000)));

            assertThat(other.outliers()).hasSameSizeAs(shape.outliers());
            assertThat(other.modes().map(Modes::highForks))
                    .isEqualTo(shape.modes().map(Modes::highForks));
        }
    }
}
