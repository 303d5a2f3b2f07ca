// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as a matrix file writes them: a number and its unit, {@code 250ms}, {@code 4GB}, {@code 5%}. */
public final class Quantity {

    /** What a duration looks like, for messages. */
    public static final String DURATIONS = "250ms, 30s, 10m or 2h";

    /** What a size looks like, for messages. */
    static final String SIZES = "512MiB, 4GB (10^9 bytes) or 4GiB (2^30)";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?([A-Za-z%]*)");
    private static final Map<String, Long> MILLIS = ordered("h", 3_600_000, "m", 60_000, "s", 1_000, "ms", 1);
    private static final Map<String, Long> BYTES = ordered(
            "TiB",
            1L << 40,
            "TB",
            1_000_000_000_000L,
            "GiB",
            1L << 30,
            "GB",
            1_000_000_000L,
            "MiB",
            1L << 20,
            "MB",
            1_000_000L,
            "KiB",
            1L << 10,
            "kB",
            1_000L,
            "B",
            1L);

    private Quantity() {}

    /** Reads a duration to the millisecond; absent for anything else. */
    public static Optional<Duration> duration(String text) {
        return scaled(text, MILLIS).map(Duration::ofMillis);
    }

    /** Reads a size in bytes; absent for anything else. */
    static Optional<Long> bytes(String text) {
        return scaled(text, BYTES);
    }

    /** Reads {@code 5%} as 0.05; absent for anything else. */
    static Optional<Double> share(String text) {
        return parts(text)
                .filter(m -> m.group(2).equals("%"))
                .map(m -> new BigDecimal(m.group(1)).movePointLeft(2).doubleValue());
    }

    /** A duration in the largest unit that it is a whole number of. */
    public static String text(Duration duration) {
        return whole(duration.toMillis(), MILLIS);
    }

    /** A size in the largest unit that it is a whole number of. */
    public static String text(long bytes) {
        return whole(bytes, BYTES);
    }

    /** A share of one in percent. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String whole(long amount, Map<String, Long> units) {
        return units.entrySet().stream()
                .filter(u -> amount % u.getValue() == 0 && amount >= u.getValue())
                .findFirst()
                .map(u -> amount / u.getValue() + u.getKey())
                .orElseThrow();
    }

    private static Optional<Long> scaled(String text, Map<String, Long> units) {
        return parts(text)
                .flatMap(m -> Optional.ofNullable(units.get(m.group(2)))
                        .map(unit -> new BigDecimal(m.group(1)).multiply(BigDecimal.valueOf(unit)))
                        .filter(exact -> exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                        .map(BigDecimal::longValue));
    }

    private static Optional<Matcher> parts(String text) {
        return Optional.of(NUMBER_AND_UNIT.matcher(text)).filter(Matcher::matches);
    }

    private static Map<String, Long> ordered(Object... unitsAndFactors) {
        Map<String, Long> units = new LinkedHashMap<>();
        for (int i = 0; i < unitsAndFactors.length; i += 2) {
            units.put((String) unitsAndFactors[i], ((Number) unitsAndFactors[i + 1]).longValue());
        }
        return units;
    }
}
