// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

/** The one unit that all sizes of memory in a report are written in. */
public enum Memory {
    GB(1e9, 2),
    MB(1e6, 0);

    private static final double GB_FROM = 0.3e9;
    private static final int MOST_DECIMALS = 6;
    private static final double TEN = 10;
    private static final double TOLERATED = 0.005;

    private final double bytes;
    private final int decimals;

    Memory(double bytes, int decimals) {
        this.bytes = bytes;
        this.decimals = decimals;
    }

    /** Gigabytes unless even the largest size is small. */
    public static Memory forLargest(long largestBytes) {
        return largestBytes < GB_FROM ? MB : GB;
    }

    /** The number alone. */
    public String number(long sizeBytes) {
        return Units.fixed(sizeBytes / bytes, decimals);
    }

    public String withUnit(long sizeBytes) {
        return number(sizeBytes) + Units.SPACE + name();
    }

    /** A limit that somebody set: without zeros that say nothing, and never rounded by more than half a percent. */
    public String limit(long sizeBytes) {
        double exact = sizeBytes / bytes;
        int digits = decimals;
        while (digits < MOST_DECIMALS && isFar(exact, Math.pow(TEN, digits))) {
            digits++;
        }
        return Units.trimmed(exact, digits) + Units.SPACE + name();
    }

    private static boolean isFar(double exact, double parts) {
        return Math.abs(Math.rint(exact * parts) / parts - exact) > exact * TOLERATED;
    }

    public double in(long sizeBytes) {
        return sizeBytes / bytes;
    }

    /** What one unit is. */
    public String definition() {
        return this == GB ? "1 GB = 10\u2079 bytes" : "1 MB = 10\u2076 bytes";
    }
}
