// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.time;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads {@code YYYY-MM-DD}, optionally {@code [ T]HH:MM[:SS[.fraction]]}, optionally {@code Z}, {@code UTC} or
 * {@code ±HH[:]MM} with {@code UTC} after it. No zone means UTC. Digits below a nanosecond are cut off.
 */
public final class InstantText {

    private static final int NANO_DIGITS = 9;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3600;

    private final String text;
    private int at;

    private InstantText(String text) {
        this.text = text;
    }

    /** The instant's number, or {@link Instants#BAD}. */
    public static int read(String text, Instants instants) {
        try {
            return new InstantText(text.strip()).read(instants);
        } catch (DateTimeException e) {
            return Instants.BAD;
        }
    }

    private int read(Instants instants) {
        LocalDate date = LocalDate.of(digits(4), after('-', 2), after('-', 2));
        long nanoOfDay = hasTime() ? timeOfDay() : 0;
        long offsetSeconds = zone();
        if (at != text.length()) {
            throw new DateTimeException("more than a date and a time");
        }
        long nanoOfSecond = nanoOfDay % NANOS_OF_SECOND;
        long second = nanoOfDay / NANOS_OF_SECOND - offsetSeconds;
        return instants.ofSeconds(date.toEpochDay() * 24 * SECONDS_OF_HOUR + second, nanoOfSecond);
    }

    private boolean hasTime() {
        return at + 1 < text.length() && (peek() == 'T' || peek() == ' ') && isDigit(text.charAt(at + 1));
    }

    private long timeOfDay() {
        at++;
        long seconds =
                atMost(23, digits(2)) * (long) SECONDS_OF_HOUR + atMost(59, after(':', 2)) * (long) SECONDS_OF_MINUTE;
        if (peek() != ':') {
            return seconds * NANOS_OF_SECOND;
        }
        seconds += atMost(59, after(':', 2));
        return seconds * NANOS_OF_SECOND + (peek() == '.' ? fraction() : 0);
    }

    private long fraction() {
        at++;
        long nanos = 0;
        int digits = 0;
        for (; isDigit(peek()); at++, digits++) {
            nanos = digits < NANO_DIGITS ? nanos * 10 + peek() - '0' : nanos;
        }
        if (digits == 0) {
            throw new DateTimeException("no digit after the point");
        }
        for (; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private long zone() {
        skipSpaces();
        if (peek() == 'Z') {
            at++;
            return 0;
        }
        boolean east = peek() == '+';
        if (!east && peek() != '-') {
            skipUtc();
            return 0;
        }
        at++;
        int hours = atMost(23, digits(2));
        at += peek() == ':' ? 1 : 0;
        int seconds = hours * SECONDS_OF_HOUR + atMost(59, digits(2)) * SECONDS_OF_MINUTE;
        if (peek() == ' ') {
            skipSpaces();
            skipUtc();
        }
        return east ? seconds : -seconds;
    }

    private void skipUtc() {
        if (text.startsWith("UTC", at)) {
            at += 3;
        }
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    private int after(char separator, int count) {
        if (peek() != separator) {
            throw new DateTimeException("no " + separator);
        }
        at++;
        return digits(count);
    }

    private int digits(int count) {
        int value = 0;
        for (int end = at + count; at < end; at++) {
            if (!isDigit(peek())) {
                throw new DateTimeException("no digit");
            }
            value = value * 10 + peek() - '0';
        }
        return value;
    }

    private static int atMost(int most, int value) {
        if (value > most) {
            throw new DateTimeException("too large");
        }
        return value;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
