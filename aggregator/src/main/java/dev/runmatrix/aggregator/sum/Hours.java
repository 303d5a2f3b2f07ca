// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import java.math.BigInteger;

/**
 * Sums of seconds as hours: the exact sum divided by 3600, and by 2^30 where it counts bytes, rounded once to the
 * nearest double, ties to even.
 */
public final class Hours {

    private static final double SECONDS = 3600;
    private static final BigInteger EXACT_SECONDS = BigInteger.valueOf(3600);
    private static final int GIBIBYTE_BITS = 30;
    private static final double GIBIBYTE = 0x1p30;
    private static final long EXPONENT_BITS = 0x7FF0_0000_0000_0000L;
    private static final int MANTISSA_BITS = 52;

    /** Between these the steps of {@link #nearest} neither overflow nor lose bits below the smallest normal. */
    private static final double SMALLEST_SAFE = 0x1p-800;

    private static final double LARGEST_SAFE = 0x1p1000;

    private Hours() {}

    /** Core-hours of {@code high + low} core-seconds, an unevaluated exact sum. */
    public static double ofCores(double high, double low) {
        double total = high + low;
        if (total == 0 || isSafe(total)) {
            return nearest(total, tail(high, low, total), 0);
        }
        return exactly(pair(high, low), 0);
    }

    /** GiB-hours of {@code high + low} byte-seconds, an unevaluated exact sum. */
    public static double ofBytes(double high, double low) {
        double total = high + low;
        if (total == 0 || isSafe(total)) {
            return nearest(total, tail(high, low, total), GIBIBYTE_BITS) / GIBIBYTE;
        }
        return exactly(pair(high, low), GIBIBYTE_BITS);
    }

    /** Core-hours of a sum of core-seconds. */
    public static double ofCores(ExactSum seconds) {
        return exactly(seconds, 0);
    }

    /** GiB-hours of a sum of byte-seconds. */
    public static double ofBytes(ExactSum byteSeconds) {
        return exactly(byteSeconds, GIBIBYTE_BITS);
    }

    private static boolean isSafe(double total) {
        double size = Math.abs(total);
        return size > SMALLEST_SAFE && size < LARGEST_SAFE;
    }

    private static double tail(double high, double low, double total) {
        double back = total - high;
        return (high - (total - back)) + (low - back);
    }

    private static ExactSum pair(double high, double low) {
        ExactSum sum = new ExactSum();
        sum.add(high);
        sum.add(low);
        return sum;
    }

    private static double nearest(double total, double tail, int bits) {
        double quotient = total / SECONDS;
        if (tail == 0) {
            return quotient;
        }
        // The quotient is cut in two so that each half times 3600 is exact; what remains is exact, too.
        double upper = Double.longBitsToDouble(Double.doubleToRawLongBits(quotient) & ~0xFFFL);
        double remainder = (total - upper * SECONDS) - (quotient - upper) * SECONDS;
        double correction = (remainder + tail) / SECONDS;
        double corrected = quotient + correction;
        double rest = correction - (corrected - quotient);
        double halfStep = halfStep(corrected);
        boolean nearTie = Math.abs(Math.abs(rest) - halfStep) < halfStep * 0x1p-20;
        boolean besidePowerOfTwo = (Double.doubleToRawLongBits(corrected) & 0xF_FFFF_FFFF_FFFFL) == 0;
        return nearTie || besidePowerOfTwo ? exactly(pair(total, tail), bits) * (bits == 0 ? 1 : GIBIBYTE) : corrected;
    }

    /** Half the distance of a normal double to its neighbours: its power of two, 53 places down. */
    private static double halfStep(double value) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(value) & EXPONENT_BITS) - (53L << MANTISSA_BITS));
    }

    private static double exactly(ExactSum sum, int bits) {
        BigInteger units = sum.toUnits();
        return Rounding.quotient(units, EXACT_SECONDS, ExactSum.LOWEST_EXPONENT - bits);
    }
}
