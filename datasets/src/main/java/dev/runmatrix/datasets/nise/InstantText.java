// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code 2025-10-01 00:00:00 +0000 UTC} and its kin: a day, perhaps a time, perhaps an offset; none means UTC. The
 * same texts come again and again, and are looked up.
 */
final class InstantText {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*+)?)?)?"
            + " *(?:Z|UTC|([+-])(\\d{2}):?(\\d{2})(?: +UTC)?)?");
    private static final int LONGEST = 64;
    private static final int MOST_KNOWN = 20_000;

    private static final long SECONDS_OF_DAY = 86_400;
    private static final long NANOS = 1_000_000_000;
    /** What 64 bits of nanoseconds hold for certain. */
    private static final int FIRST_YEAR = 1678;

    private static final int LAST_YEAR = 2261;

    private final Map<String, OptionalLong> known = new HashMap<>();

    /** Nanoseconds since 1970, absent for a text that is no instant of these centuries. */
    OptionalLong nanos(String text) {
        OptionalLong before = known.get(text);
        if (before != null) {
            return before;
        }
        OptionalLong read = read(text);
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        known.put(text, read);
        return read;
    }

    private static OptionalLong read(String text) {
        String stripped = text.strip();
        Matcher form = FORM.matcher(stripped);
        if (stripped.length() > LONGEST || !form.matches()) {
            return OptionalLong.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR || !isTime(form)) {
                return OptionalLong.empty();
            }
            long seconds = number(form, 4) * 3600L + number(form, 5) * 60L + number(form, 6) - offset(form);
            return OptionalLong.of((day.toEpochDay() * SECONDS_OF_DAY + seconds) * NANOS + fraction(form));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isTime(Matcher form) {
        return number(form, 4) < 24
                && number(form, 5) < 60
                && number(form, 6) < 60
                && number(form, 9) < 24
                && number(form, 10) < 60;
    }

    private static long offset(Matcher form) {
        long seconds = number(form, 9) * 3600L + number(form, 10) * 60L;
        return "-".equals(form.group(8)) ? -seconds : seconds;
    }

    private static long fraction(Matcher form) {
        String digits = form.group(7);
        return digits == null ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }

    private static int number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
