// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Rational numbers rounded once. */
final class Rounding {

    /** Enough bits that the last one may stand for everything below it without changing what a double rounds to. */
    private static final int QUOTIENT_BITS = 66;

    private Rounding() {}

    /** The double nearest to {@code numerator / denominator * 2^exponent}. */
    static double quotient(BigInteger numerator, BigInteger denominator, int exponent) {
        if (numerator.signum() == 0) {
            return 0;
        }
        int shift = QUOTIENT_BITS + denominator.bitLength() - numerator.bitLength();
        BigInteger above = shift > 0 ? numerator.shiftLeft(shift) : numerator;
        BigInteger below = shift < 0 ? denominator.shiftLeft(-shift) : denominator;
        BigInteger[] parts = above.abs().divideAndRemainder(below);
        BigInteger sticky = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
        double size = scaled(sticky, exponent - shift);
        return numerator.signum() < 0 ? -size : size;
    }

    private static double scaled(BigInteger size, int exponent) {
        if (size.bitLength() + exponent > Double.MIN_EXPONENT + 1) {
            return Math.scalb(size.doubleValue(), exponent);
        }
        BigDecimal power = new BigDecimal(BigInteger.TWO.pow(-exponent));
        return new BigDecimal(size).divide(power).doubleValue();
    }
}
