// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The exact sum of finite doubles: mantissas are added per exponent in two halves of a long, which holds two thousand
 * million of them, and meet only at the end.
 */
public final class ExactSum {

    private static final int EXPONENTS = 2047;
    /** Exponent of the last mantissa bit where the biased exponent is 0 or 1. */
    private static final int LOWEST_EXPONENT = -1074;

    private static final long HIDDEN_BIT = 1L << 52;
    private static final long FRACTION = HIDDEN_BIT - 1;

    private final long[] low = new long[EXPONENTS];
    private final long[] high = new long[EXPONENTS];

    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == EXPONENTS) {
            throw new IllegalArgumentException("not finite: " + value);
        }
        long mantissa = biased == 0 ? bits & FRACTION : (bits & FRACTION) | HIDDEN_BIT;
        long signed = bits < 0 ? -mantissa : mantissa;
        low[biased] += signed & 0xFFFFFFFFL;
        high[biased] += signed >> 32;
    }

    public void add(ExactSum other) {
        for (int i = 0; i < EXPONENTS; i++) {
            low[i] += other.low[i];
            high[i] += other.high[i];
        }
    }

    /** The sum without rounding and without trailing zeros. */
    public BigDecimal total() {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < EXPONENTS; i++) {
            if (low[i] != 0 || high[i] != 0) {
                BigInteger mantissas = BigInteger.valueOf(high[i]).shiftLeft(32).add(BigInteger.valueOf(low[i]));
                total = total.add(scaled(mantissas, Math.max(i, 1) - 1 + LOWEST_EXPONENT));
            }
        }
        return total.signum() == 0 ? BigDecimal.ZERO : total.stripTrailingZeros();
    }

    private static BigDecimal scaled(BigInteger mantissas, int exponent) {
        return exponent >= 0
                ? new BigDecimal(mantissas.shiftLeft(exponent))
                : new BigDecimal(mantissas.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }
}
