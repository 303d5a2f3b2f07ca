// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps written as text, in the spellings that operators, nise and Koku use. */
final class InstantText {
    private static final Pattern FORM = Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"
            + "(?:[ T](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\\.(?<fraction>[0-9]+))?)?)?"
            + "(?: ?(?:Z|UTC|(?<sign>[+-])(?<zoneHours>[0-9]{2}):?(?<zoneMinutes>[0-9]{2})(?: UTC)?))?");

    private InstantText() {}

    /** The instant in UTC, or nothing when the text is no timestamp. */
    static Optional<Instant> read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.of(date(form), time(form), offset(form)).toInstant());
        } catch (DateTimeException noSuchDateOrTime) {
            return Optional.empty();
        }
    }

    private static LocalDate date(Matcher form) {
        return LocalDate.of(number(form, "year"), number(form, "month"), number(form, "day"));
    }

    private static LocalTime time(Matcher form) {
        return LocalTime.of(number(form, "hour"), number(form, "minute"), number(form, "second"), nanos(form));
    }

    private static int nanos(Matcher form) {
        String digits = Optional.ofNullable(form.group("fraction")).orElse("");
        return Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(Matcher form) {
        int seconds = (number(form, "zoneHours") * 60 + number(form, "zoneMinutes")) * 60;
        return ZoneOffset.ofTotalSeconds("-".equals(form.group("sign")) ? -seconds : seconds);
    }

    private static int number(Matcher form, String group) {
        return Optional.ofNullable(form.group(group)).map(Integer::parseInt).orElse(0);
    }
}
