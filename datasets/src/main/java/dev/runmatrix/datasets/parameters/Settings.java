// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads typed values from words and collects what is wrong with them. */
final class Settings {

    private final Map<String, String> words;
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> words) {
        this.words = words;
        words.keySet().stream()
                .filter(key -> !DatasetParameters.KEYS.contains(key))
                .forEach(key -> problems.add("unknown parameter '" + key + "'"
                        + Suggestion.clause(key, DatasetParameters.KEYS) + " Known: "
                        + String.join(", ", DatasetParameters.KEYS)));
    }

    /** A whole number from 1; absent and without fallback is a problem. */
    int count(String key, Optional<Integer> fallback) {
        String word = words.get(key);
        if (word == null) {
            if (fallback.isEmpty()) {
                problem(key, "is missing");
            }
            return fallback.orElse(1);
        }
        try {
            int value = Integer.parseInt(word.replace("_", ""));
            if (value >= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, with the numbers that are out of range.
        }
        problem(key, "must be a whole number from 1 to " + Integer.MAX_VALUE + ", not '" + word + "'");
        return fallback.orElse(1);
    }

    long seed(String key, long fallback) {
        String word = words.get(key);
        if (word == null) {
            return fallback;
        }
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            problem(key, "must be a whole number of 64 bits, not '" + word + "'");
            return fallback;
        }
    }

    double share(String key) {
        String word = words.get(key);
        if (word == null) {
            return 0;
        }
        try {
            BigDecimal share = new BigDecimal(word);
            boolean inRange = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
            if (inRange && share.stripTrailingZeros().scale() <= 6) {
                return share.doubleValue();
            }
        } catch (NumberFormatException e) {
            // Reported below, with the numbers that are out of range.
        }
        problem(key, "must be a share from 0 to 1 with at most six decimals, not '" + word + "'");
        return 0;
    }

    LocalDate day(String key, LocalDate fallback) {
        String word = words.get(key);
        if (word == null) {
            return fallback;
        }
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            problem(key, "must be a day like 2025-10-01, not '" + word + "'");
            return fallback;
        }
    }

    <E extends Enum<E>> E word(String key, Class<E> type, E fallback) {
        String word = words.get(key);
        if (word == null) {
            return fallback;
        }
        for (E constant : type.getEnumConstants()) {
            if (text(constant).equalsIgnoreCase(word)) {
                return constant;
            }
        }
        String allowed =
                Arrays.stream(type.getEnumConstants()).map(Settings::text).collect(Collectors.joining(", "));
        problem(key, "must be one of " + allowed + ", not '" + word + "'");
        return fallback;
    }

    /** How a constant is written in settings. */
    static String text(Enum<?> constant) {
        return constant instanceof Profile
                ? constant.name()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void problem(String key, String text) {
        problems.add(key + " " + text);
    }

    void requireNoProblems() throws InvalidParametersException {
        if (!problems.isEmpty()) {
            throw new InvalidParametersException(problems);
        }
    }
}
