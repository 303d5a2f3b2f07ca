// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Quantity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads points in time: {@code 2026-01-31}, {@code 2026-01-31T06:00:00Z}, or so long ago, {@code 30d}, {@code 12h}. */
final class PointInTime implements ITypeConverter<Instant> {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})(d|w)");

    @Override
    public Instant convert(String text) {
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            long length = Long.parseLong(days.group(1)) * (days.group(2).equals("w") ? 7 : 1);
            return Instant.now().minus(Duration.ofDays(length));
        }
        return Quantity.duration(text)
                .map(length -> Instant.now().minus(length))
                .orElseGet(() -> date(text));
    }

    private static Instant date(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text
                    + "' is no point in time, use a date such as 2026-01-31, or how long ago, such as 30d, 2w or 12h");
        }
    }
}
