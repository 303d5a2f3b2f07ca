// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;

/** Sums of binary64 numbers as exact rationals, rounded once at the very end. */
final class ExactSum {
    private static final int SMALLEST_EXPONENT = 1074;

    private ExactSum() {}

    /** The exact sum; nothing when there is nothing to add, which is not 0. */
    static Optional<BigDecimal> of(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal::add);
    }

    /** {@code numerator / divisor · 2^-halvings}, rounded once to the nearest binary64. */
    static double quotient(BigDecimal numerator, long divisor, int halvings) {
        // Every binary64, and so every sum of them, is a whole number of 2^-1074.
        BigInteger units =
                numerator.multiply(new BigDecimal(power(SMALLEST_EXPONENT))).toBigIntegerExact();
        return nearest(units, BigInteger.valueOf(divisor).multiply(power(SMALLEST_EXPONENT + halvings)));
    }

    private static double nearest(BigInteger numerator, BigInteger denominator) {
        int shift = 60 + denominator.bitLength() - numerator.bitLength();
        BigInteger[] parts = shift >= 0
                ? numerator.abs().multiply(power(shift)).divideAndRemainder(denominator)
                : numerator.abs().divideAndRemainder(denominator.multiply(power(-shift)));
        // Sixty bits and one that says "and a little more" round like the endless fraction.
        BigInteger sticky = parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        BigDecimal bits = new BigDecimal(parts[0].multiply(BigInteger.TWO).add(sticky));
        return numerator.signum() * scaled(bits, -shift - 1).doubleValue();
    }

    private static BigDecimal scaled(BigDecimal value, int exponent) {
        return exponent >= 0
                ? value.multiply(new BigDecimal(power(exponent)))
                : value.divide(new BigDecimal(power(-exponent)));
    }

    private static BigInteger power(int exponent) {
        return BigInteger.ONE.shiftLeft(exponent);
    }
}
