// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.StatedGain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Amounts in words for a terminal, rounded. */
final class Amounts {

    private Amounts() {}

    /** {@code 45 s}, {@code 6 min}, {@code 2.5 h}. */
    static String duration(Duration duration) {
        long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
        if (seconds < 90) {
            return seconds + " s";
        }
        return seconds < 5400 ? Math.round(seconds / 60.0) + " min" : decimal(seconds / 3600.0) + " h";
    }

    /** {@code 157 MB}, {@code 1.2 GB}; 1 MB is 10⁶ bytes. */
    static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1e3)) + " kB";
        }
        return bytes < 1_000_000_000 ? Math.round(bytes / 1e6) + " MB" : decimal(bytes / 1e9) + " GB";
    }

    /** {@code 3–4 times as fast (triage note)}. */
    static String times(StatedGain stated) {
        String low = plain(stated.low());
        String range = stated.low() == stated.high() ? low : low + "–" + plain(stated.high());
        return range + " times as fast"
                + stated.where().map(w -> " (" + w + ")").orElse("");
    }

    private static String decimal(double value) {
        return plain(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).doubleValue());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
