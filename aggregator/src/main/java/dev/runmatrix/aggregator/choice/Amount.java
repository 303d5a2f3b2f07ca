// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

/** Numbers in sentences. Made without a formatter, which would be slower than the decision. */
final class Amount {

    private static final int GROUP = 3;
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long TENTH_OF_GIGA = 100_000_000;

    private Amount() {}

    /** {@code 1 row}, {@code 2,400 rows}. */
    static String of(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 800 kB}, {@code 157 MB}, {@code 1.2 GB}; rounded up, 1 MB is 10⁶ bytes. */
    static String bytes(long bytes) {
        if (bytes < MEGA) {
            return quotient(bytes, KILO) + " kB";
        }
        if (bytes < 10 * TENTH_OF_GIGA) {
            return quotient(bytes, MEGA) + " MB";
        }
        long tenths = quotient(bytes, TENTH_OF_GIGA);
        return grouped(tenths / 10) + "." + tenths % 10 + " GB";
    }

    /** A quotient, rounded up. */
    static long quotient(long dividend, long divisor) {
        return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
    }

    private static String grouped(long count) {
        StringBuilder digits = new StringBuilder().append(count);
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
