// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;

/**
 * A finite binary64 number or a sum of such, without any rounding.
 *
 * @param units the number in units of 2⁻¹⁰⁷⁴, of which every finite binary64 is a whole multiple
 */
record ExactNumber(BigInteger units) {
    private static final int UNIT_EXPONENT = 1074;
    private static final long IMPLICIT_BIT = 1L << 52;

    static ExactNumber of(double number) {
        long fraction = Double.doubleToLongBits(number) & (IMPLICIT_BIT - 1);
        boolean isSubnormal = Math.getExponent(number) < Double.MIN_EXPONENT;
        BigInteger magnitude = isSubnormal
                ? BigInteger.valueOf(fraction)
                : BigInteger.valueOf(fraction + IMPLICIT_BIT).shiftLeft(Math.getExponent(number) - Double.MIN_EXPONENT);
        return new ExactNumber(number < 0 ? magnitude.negate() : magnitude);
    }

    ExactNumber plus(ExactNumber other) {
        return new ExactNumber(units.add(other.units));
    }

    /** The sum; nothing when there is nothing to add, which is not 0. */
    static Optional<ExactNumber> sum(Collection<ExactNumber> numbers) {
        return numbers.stream().reduce(ExactNumber::plus);
    }

    /** {@code this / divisor · 2^-halvings}, rounded once to the nearest binary64. */
    double quotient(long divisor, int halvings) {
        BigInteger denominator = BigInteger.valueOf(divisor).shiftLeft(UNIT_EXPONENT + halvings);
        int shift = 60 + denominator.bitLength() - units.bitLength();
        BigInteger[] parts = shift >= 0
                ? units.abs().shiftLeft(shift).divideAndRemainder(denominator)
                : units.abs().divideAndRemainder(denominator.shiftLeft(-shift));
        // Sixty bits and one that says "and a little more" round like the endless fraction.
        BigInteger sticky = parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        long bits = parts[0].shiftLeft(1).add(sticky).longValueExact();
        return units.signum() * rounded(bits, -shift - 1);
    }

    private static double rounded(long bits, int exponent) {
        double rounded = Math.scalb((double) bits, exponent);
        // Below, numbers have fewer bits, and the line above has rounded twice.
        return rounded > 2 * Double.MIN_NORMAL
                ? rounded
                : new BigDecimal(bits)
                        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)))
                        .doubleValue();
    }
}
