// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Round values for an axis from 0: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step distance of two ticks
 * @param count how many there are, the 0 included; at least 2
 */
record Ticks(BigDecimal step, int count) {
    private static final double SMALLEST_REACH = 1e-9;
    private static final BigDecimal LARGEST_PLAIN = BigDecimal.valueOf(10_000_000);

    /** Ticks whose last is the first one at or above {@code reach}, about {@code wanted} steps. */
    static Ticks covering(double reach, int wanted) {
        double end = reach < SMALLEST_REACH ? 1 : reach;
        BigDecimal step = roundStep(end / wanted);
        return new Ticks(step, (int) Math.ceil(end / step.doubleValue() - 1e-9) + 1);
    }

    /** Ticks whose last is the last one at or below {@code reach}; at most {@code wanted} steps, 3 or more. */
    static Ticks within(double reach, int wanted) {
        double end = reach < SMALLEST_REACH ? 1 : reach;
        BigDecimal step = roundStep(end / wanted);
        return new Ticks(step, (int) Math.floor(end / step.doubleValue() + 1e-9) + 1);
    }

    /** From 0 to a limit that is itself a tick, with the half of it where that is a whole number. */
    static List<BigDecimal> ending(double limit) {
        BigDecimal last = BigDecimal.valueOf(limit);
        BigDecimal half = last.divide(BigDecimal.valueOf(2));
        boolean isWhole = half.stripTrailingZeros().scale() <= 0;
        return isWhole ? List.of(BigDecimal.ZERO, half, last) : List.of(BigDecimal.ZERO, last);
    }

    private static BigDecimal roundStep(double atLeast) {
        int exponent = (int) Math.floor(Math.log10(atLeast));
        return IntStream.of(1, 2, 5, 10)
                .mapToObj(lead -> BigDecimal.valueOf(lead).scaleByPowerOfTen(exponent))
                .filter(step -> step.doubleValue() >= atLeast * (1 - 1e-9))
                .findFirst()
                .orElseGet(() -> BigDecimal.valueOf(20).scaleByPowerOfTen(exponent));
    }

    List<BigDecimal> values() {
        return IntStream.range(0, count)
                .mapToObj(index -> step.multiply(BigDecimal.valueOf(index)))
                .toList();
    }

    double last() {
        return step.multiply(BigDecimal.valueOf(count - 1L)).doubleValue();
    }

    static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        return bare.compareTo(LARGEST_PLAIN) < 0 ? bare.toPlainString() : bare.unscaledValue() + "e" + -bare.scale();
    }
}
