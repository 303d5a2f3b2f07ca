// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import dev.runmatrix.harness.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers are written: rounded once, half to even, in a fixed locale. */
public final class Units {

    /** Between a number and its unit. */
    public static final String SPACE = "\u00a0";

    public static final String DASH = "\u2014";
    public static final String TIMES = "\u00d7";

    private static final String RANGE = "\u2013";
    private static final String MINUS = "\u2212";
    private static final double ONE_DECIMAL_FROM = 10;
    private static final int SIGNIFICANT = 3;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Units() {}

    /** Seconds without their unit: three significant digits, one decimal from 10 on. */
    public static String seconds(double seconds) {
        BigDecimal exact = BigDecimal.valueOf(seconds);
        BigDecimal rounded = exact.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
        if (Math.abs(rounded.doubleValue()) >= ONE_DECIMAL_FROM) {
            return fixed(seconds, 1);
        }
        return seconds == 0 ? "0" : plain(rounded);
    }

    /** Three significant digits, with the zeros at the end that say so. */
    private static String plain(BigDecimal rounded) {
        int magnitude = rounded.precision() - rounded.scale();
        int decimals = Math.max(0, SIGNIFICANT - magnitude);
        return rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    public static String secondsWithUnit(double seconds) {
        return seconds(seconds) + SPACE + "s";
    }

    public static String coreSeconds(double seconds) {
        return seconds(seconds) + SPACE + "core\u2011s";
    }

    public static String cores(double cores) {
        return fixed(cores, 2);
    }

    /** Granted cores: whole where they are whole. */
    public static String grantedCores(double cores) {
        return trimmed(cores, 2);
    }

    /** A ratio with its sign, {@code ×0.321}. */
    public static String ratio(double ratio) {
        return TIMES + ratioNumber(ratio);
    }

    /** A ratio below 1 needs a decimal more to be as precise as its reciprocal. */
    private static String ratioNumber(double ratio) {
        return ratio < 0.9995 ? fixed(ratio, 3) : speedUp(ratio);
    }

    /** Two decimals below 10, one below 100, none above. */
    public static String speedUp(double times) {
        int decimals = times < 9.995 ? 2 : times < 99.95 ? 1 : 0;
        return fixed(times, decimals);
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    public static String fixed(double value, int decimals) {
        String text = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return text.replace("-", MINUS);
    }

    /** At most so many decimals, none that say nothing. */
    public static String trimmed(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace("-", MINUS);
    }

    /** A share as percent, with a space before the sign. */
    public static String percent(double share) {
        double percent = 100 * share;
        return fixed(percent, Math.abs(percent) < ONE_DECIMAL_FROM ? 1 : 0) + SPACE + "%";
    }

    /** Two ends with a dash, {@code 24.9–25.6}. */
    public static String secondsRange(Interval range) {
        return seconds(range.low()) + RANGE + seconds(range.high());
    }

    public static String ratioRange(Interval range) {
        return range(speedUp(range.low()), speedUp(range.high()));
    }

    public static String ratioInterval(Interval range) {
        return range(ratioNumber(range.low()), ratioNumber(range.high()));
    }

    public static String range(String low, String high) {
        return low.equals(high) ? low : low + RANGE + high;
    }

    public static String brackets(String inner) {
        return inner.isEmpty() ? "" : "[" + inner + "]";
    }

    public static String instant(Instant when) {
        return MINUTE.format(when);
    }

    /** A length of time for reading: seconds below two minutes, then minutes and seconds, hours from two on. */
    public static String duration(Duration length) {
        long seconds = Math.round(length.toMillis() / 1000.0);
        if (seconds < 120) {
            return seconds + SPACE + "s";
        }
        if (seconds < 7200) {
            String rest = seconds % 60 == 0 ? "" : SPACE + seconds % 60 + SPACE + "s";
            return seconds / 60 + SPACE + "min" + rest;
        }
        return fixed(seconds / 3600.0, 1) + SPACE + "h";
    }

    /** A duration as a limit is written: exact in its largest whole unit. */
    public static String limit(Duration limit) {
        return trimmed(limit.toMillis() / 1000.0, 3) + SPACE + "s";
    }

    /** The beginning and the end of a long digest. */
    public static String shortDigest(String digest) {
        return digest.length() <= 12
                ? digest
                : digest.substring(0, 4) + "\u2026" + digest.substring(digest.length() - 4);
    }

    /** A count with its noun. */
    public static String counted(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
