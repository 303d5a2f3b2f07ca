// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.Locale;

/** Numbers with their units, rounded. */
final class Figure {

    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double LEAST_PERCENT = 0.1;

    private Figure() {}

    static String cores(double cores) {
        return String.format(Locale.ROOT, cores == Math.rint(cores) ? "%.0f cores" : "%.2f cores", cores);
    }

    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < LEAST_PERCENT) {
            return "under " + LEAST_PERCENT + " %";
        }
        return String.format(
                Locale.ROOT, percent < 10 && percent != Math.rint(percent) ? "%.1f %%" : "%.0f %%", percent);
    }

    static String bytes(long bytes) {
        return bytes < GIGA
                ? String.format(Locale.ROOT, "%.0f MB", bytes / MEGA)
                : String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
}
