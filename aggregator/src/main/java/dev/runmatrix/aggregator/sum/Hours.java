// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import java.math.BigInteger;

/**
 * Sums of seconds as hours: the exact sum divided by 3600, and by 2^30 where it counts bytes, rounded once to the
 * nearest double, ties to even.
 */
final class Hours {

    private static final double SECONDS = 3600;
    private static final double PER_SECOND = 1 / SECONDS;
    private static final BigInteger EXACT_SECONDS = BigInteger.valueOf(3600);
    private static final int GIBIBYTE_BITS = 30;

    /** Cuts a double into two halves of 26 bits. */
    private static final double SPLITTER = 0x1p27 + 1;

    /** Far more than what a corrected quotient may be wrong by, relative to it. */
    private static final double DOUBT = 0x1p-72;

    /** Between these the steps of {@link #nearest} neither overflow nor lose bits below the smallest normal. */
    private static final double SMALLEST_DOUBT = 0x1p-872;

    private static final double LARGEST_DOUBT = 0x1p900;

    private Hours() {}

    /** Core-hours of {@code high + low} core-seconds, an unevaluated exact sum. */
    static double ofCores(double high, double low) {
        return exactly(pair(high, low), 0);
    }

    /** GiB-hours of {@code high + low} byte-seconds, an unevaluated exact sum. */
    static double ofBytes(double high, double low) {
        return exactly(pair(high, low), GIBIBYTE_BITS);
    }

    /** Core-hours of a sum of core-seconds. */
    static double ofCores(ExactSum seconds) {
        return exactly(seconds, 0);
    }

    /** GiB-hours of a sum of byte-seconds. */
    static double ofBytes(ExactSum byteSeconds) {
        return exactly(byteSeconds, GIBIBYTE_BITS);
    }

    private static ExactSum pair(double high, double low) {
        ExactSum sum = new ExactSum();
        sum.add(high);
        sum.add(low);
        return sum;
    }

    /**
     * Converts sums of seconds until one needs more care than this takes.
     *
     * @param places which sums
     * @param begin the first of {@code places} to convert
     * @param out where the hours go, at the same positions; its length is the number of sums
     * @param scale a power of two to multiply by
     * @return the position of the sum that was not converted, or the number of sums
     */
    static int nearest(double[] high, double[] low, int[] places, int begin, double[] out, double scale) {
        int count = out.length;
        for (int i = begin; i < count; i++) {
            int place = places[i];
            double head = high[place];
            double rest = low[place];
            double total = head + rest;
            if (total == 0) {
                out[i] = 0;
                continue;
            }
            double back = total - head;
            double tail = (head - (total - back)) + (rest - back);
            double quotient = total / SECONDS;
            // Cut in two, so that each half times 3600 is exact; what remains is exact, too.
            double shifted = quotient * SPLITTER;
            double upper = shifted - (shifted - quotient);
            double remainder = (total - upper * SECONDS) - (quotient - upper) * SECONDS;
            double correction = (remainder + tail) * PER_SECOND;
            double doubt = Math.abs(quotient) * DOUBT;
            double hours = quotient + (correction - doubt);
            // Where both ends of the doubt round alike, so does the exact value between them.
            if (hours != quotient + (correction + doubt) || !(doubt > SMALLEST_DOUBT && doubt < LARGEST_DOUBT)) {
                return i;
            }
            out[i] = hours * scale;
        }
        return count;
    }

    private static double exactly(ExactSum sum, int bits) {
        BigInteger units = sum.toUnits();
        return Rounding.quotient(units, EXACT_SECONDS, ExactSum.LOWEST_EXPONENT - bits);
    }
}
