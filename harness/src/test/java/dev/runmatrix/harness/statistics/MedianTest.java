// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void theMiddleOfAnOddAndOfAnEvenNumberOfValues() {
        assertThat(Median.of(3, 1, 2)).isEqualTo(2);
        assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
        assertThat(Median.of(7)).isEqualTo(7);
    }

    @Test
    void theLowerOfTheTwoMiddleOnesIsTheOneShown() {
        assertThat(IntStream.rangeClosed(1, 6).map(Median::lowerIndex)).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void noValuesHaveNoMedian() {
        assertThatThrownBy(() -> Median.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Median.lowerIndex(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDeviationOfTheTextbookExampleIsOne() {
        assertThat(Median.absoluteDeviation(1, 1, 2, 2, 4, 6, 9)).isEqualTo(1);
        assertThat(Median.absoluteDeviation(5, 5, 5, 80)).isZero();
    }

    @Test
    void theRangeCoversTheMedianUnlessAllValuesFallOnOneSide() {
        assertThat(Median.range(1, 2, 3, 4).coverage()).isEqualTo(0.875);
        assertThat(Median.range(1, 2, 3, 4, 5).coverage()).isEqualTo(0.9375);
        assertThat(Median.range(1, 2, 3, 4, 5, 6).coverage()).isEqualTo(0.96875);
        assertThat(Median.range(1).coverage()).isZero();
    }

    @Test
    void theIntervalTakesTheOrderStatisticsOfTheSignTestTables() {
        int[] depthOf = {0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6};
        for (int n = 1; n <= 20; n++) {
            double[] values = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
            int k = depthOf[n];
            if (k == 0) {
                assertThat(Median.interval(0.95, values)).isEmpty();
            } else {
                assertThat(Median.interval(0.95, values)).hasValueSatisfying(i -> {
                    assertThat(i.low()).isEqualTo(k);
                    assertThat(i.high()).isEqualTo(values.length + 1 - k);
                    assertThat(i.coverage()).isGreaterThanOrEqualTo(0.95);
                });
            }
        }
    }

    @Test
    void shiftingAndScalingTheValuesShiftsAndScalesEverything() {
        double[] values = {2.1, 2.4, 1.9, 2.2, 2.8, 2.0, 2.3};
        double[] moved = Arrays.stream(values).map(v -> 10 + 3 * v).toArray();

        assertThat(Median.of(moved)).isCloseTo(10 + 3 * Median.of(values), within(1e-12));
        assertThat(Median.absoluteDeviation(moved)).isCloseTo(3 * Median.absoluteDeviation(values), within(1e-12));
        assertThat(Median.range(moved).low())
                .isCloseTo(10 + 3 * Median.range(values).low(), within(1e-12));
    }

    @Test
    void theSpreadIsRelative() {
        double[] values = {2.1, 2.4, 1.9, 2.2, 2.8};
        double[] scaled = Arrays.stream(values).map(v -> 1000 * v).toArray();

        assertThat(Median.relativeSpread(scaled)).isCloseTo(Median.relativeSpread(values), within(1e-12));
    }

    @Test
    void theOrderOfTheValuesDoesNotMatter() {
        List<Double> values = Arrays.asList(5.0, 1.0, 4.0, 2.0, 3.0, 9.0, 7.0);
        double median = Median.of(array(values));
        double deviation = Median.absoluteDeviation(array(values));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(values, random);
            assertThat(Median.of(array(values))).isEqualTo(median);
            assertThat(Median.absoluteDeviation(array(values))).isEqualTo(deviation);
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
