// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairSumsTest {

    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

    @Test
    void cancellationLosesNothing() {
        assertThat(coreHours(1e16, 1, -1e16)).isEqualTo(1 / 3600.0);
        assertThat(coreHours(0x1p997, 0x1p-997, -0x1p997)).isEqualTo(0x1p-997 / 3600);
    }

    @Test
    void anOverflowInBetweenIsNoOverflow() {
        assertThat(coreHours(0x1p1023, 0x1p1023, -0x1p1023, 3600)).isEqualTo(0x1p1023 / 3600);
        assertThat(coreHours(0x1.ep1023, 0x1.ep1023)).isEqualTo(0x1.ep1023 / 1800);
    }

    @Test
    void theSmallestValuesCount() {
        assertThat(coreHours(Double.MIN_VALUE, Double.MIN_VALUE)).isZero();
        assertThat(coreHours(1, Double.MIN_VALUE, -1)).isZero();
        double[] many = new double[7200];
        Arrays.fill(many, Double.MIN_VALUE);
        assertThat(coreHours(many)).isEqualTo(2 * Double.MIN_VALUE);
    }

    @Test
    void noValueIsPositiveZero() {
        assertThat(Double.doubleToRawLongBits(coreHours(-0.0, -0.0))).isZero();
    }

    @Test
    void theResultIsTheExactSumRoundedOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            double[] values = values(random, round % 60);
            assertThat(coreHours(values)).isEqualTo(exactHours(values));
            assertThat(gibibyteHours(values)).isEqualTo(exactHours(values) / 0x1p30);
        }
    }

    @Test
    void orderAndGroupingLeaveNoTrace() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            double[] values = values(random, round);
            double expected = coreHours(values);
            shuffle(values, random);
            assertThat(coreHours(values)).isEqualTo(expected);
            assertThat(merged(values, random.nextInt(values.length))).isEqualTo(expected);
        }
    }

    @Test
    void rowsWithoutGroupArePassedOver() {
        PairSums sums = new PairSums();
        sums.ensure(4);
        sums.addEach(new double[] {9, 3600, 5, 7200}, 1, new int[] {3, -1, 3}, 3);
        assertThat(sums.coreHours(3)).isEqualTo(3);
    }

    /** Values whose exponents are up to {@code spread} binary places apart. */
    private static double[] values(Random random, int spread) {
        double[] values = new double[1 + random.nextInt(40)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(random.nextDouble() - 0.3, random.nextInt(spread + 1));
        }
        return values;
    }

    private static void shuffle(double[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    private static double merged(double[] values, int cut) {
        PairSums left = sums(Arrays.copyOfRange(values, 0, cut));
        left.add(0, sums(Arrays.copyOfRange(values, cut, values.length)), 0);
        return left.coreHours(0);
    }

    private static double exactHours(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(SECONDS, new MathContext(200)).doubleValue();
    }

    private static PairSums sums(double... values) {
        PairSums sums = new PairSums();
        sums.ensure(1);
        sums.addEach(values, 0, new int[values.length], values.length);
        return sums;
    }

    private static double coreHours(double... values) {
        return sums(values).coreHours(0);
    }

    private static double gibibyteHours(double... values) {
        return sums(values).gibibyteHours(0);
    }
}
