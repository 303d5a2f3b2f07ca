// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a reader is to see them, rounded half to even. */
final class Printed {

    private static final String SPACE = "\u00a0";
    private static final double LEAST_GIGABYTES = 0.3e9;

    private Printed() {}

    static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Without zeros at the end. */
    static String bare(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A middle of counts may lie between two. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", (long) Math.floor(value + 0.5));
    }

    /** {@code 71 %}, {@code 5.0 %}. */
    static String percent(double share) {
        return fixed(100 * share, Math.abs(100 * share) < 10 ? 1 : 0) + SPACE + "%";
    }

    /** {@code +0.5 %}, {@code −29 %}. */
    static String change(double share) {
        return (share > 0 ? "+" : "\u2212") + percent(Math.abs(share));
    }

    static String cores(double cores) {
        return fixed(cores, 2);
    }

    static String seconds(double value) {
        return threeDigits(value) + SPACE + "s";
    }

    static String coreSeconds(double value) {
        return threeDigits(value) + SPACE + "core\u2011s";
    }

    static String micros(double seconds) {
        return threeDigits(seconds * 1e6) + SPACE + "\u00b5s";
    }

    /** Three digits, and never fewer than one decimal. */
    static String threeDigits(double value) {
        int decimals = 1;
        while (value < 9.995 / Math.pow(10, decimals - 1) && decimals < 9) {
            decimals++;
        }
        return fixed(value, decimals);
    }

    /** Three decimals below 1, two from there on. */
    static String ratio(double value) {
        return "\u00d7" + ratioNumber(value);
    }

    static String ratioNumber(double value) {
        return fixed(value, value < 0.9995 ? 3 : value < 9.995 ? 2 : 1);
    }

    /** Of a comparison near 1. */
    static String nearOne(double value) {
        return fixed(value, 3);
    }

    /** In the unit of the largest of a sentence. */
    static String memory(double bytes, double largest) {
        return largest < LEAST_GIGABYTES ? fixed(bytes / 1e6, 0) + SPACE + "MB" : fixed(bytes / 1e9, 2) + SPACE + "GB";
    }
}
