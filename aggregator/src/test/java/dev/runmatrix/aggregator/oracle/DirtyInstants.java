// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT96;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.Types;

/** Interval columns in every type and spelling, around the edges of a few days. */
final class DirtyInstants {
    private static final List<LocalDate> FIRST_DAYS = List.of(
            LocalDate.of(2025, 10, 31),
            LocalDate.of(2024, 2, 28),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(1969, 12, 31),
            LocalDate.of(1900, 2, 28));
    private static final List<String> TIMES_OF_DAY = List.of(
            "00:00",
            "00:30",
            "01:00",
            "01:30",
            "12:00",
            "23:00",
            "23:59:59",
            "23:59:59.999",
            "00:00:00.001",
            "01:00:00.001",
            "01:00:00.000001",
            "01:00:00.000000001",
            "23:59:59.999999999");
    private static final List<String> UNREADABLE = List.of(
            "",
            " ",
            "yesterday",
            "2025-02-30 00:00:00",
            "2023-02-29",
            "01/11/2025",
            "2025-11-01 24:00:00",
            "2025-11-01 10:60",
            "2025-11-01 10:00:61",
            "2025-13-01",
            "2025-11-1",
            "2025-11-01 1:00:00",
            "20251101",
            "2025-11-01T",
            "2025-11-01 10",
            "2025-11-01 10:00:00 PST",
            "2025-11-01 10:00:00.",
            "2025-11-01 10:00:00 +0000 UTC UTC",
            "1761955200",
            "２０２５-11-01");

    private final Dice dice;
    private final LocalDate firstDay;
    private final int days;
    private final List<String> timesOfDay;

    DirtyInstants(Dice dice) {
        this.dice = dice;
        firstDay = dice.pick(FIRST_DAYS);
        days = dice.between(1, 3);
        timesOfDay = dice.shuffled(TIMES_OF_DAY).subList(0, dice.between(1, TIMES_OF_DAY.size()));
    }

    LocalDate day() {
        return firstDay.plusDays(dice.between(0, days - 1));
    }

    /** An {@code interval_start} column of a random type. */
    DirtyColumn column() {
        return dice.way(
                this::text,
                this::text,
                () -> timestamp(TimeUnit.MILLIS, ChronoUnit.MILLIS),
                () -> timestamp(TimeUnit.MICROS, ChronoUnit.MICROS),
                () -> timestamp(TimeUnit.NANOS, ChronoUnit.NANOS),
                this::int96,
                this::date,
                () -> dice.oneIn(4) ? blank() : text());
    }

    private DirtyColumn text() {
        boolean isAnnotated = !dice.oneIn(4);
        return DirtyColumn.of(
                Types.optional(BINARY).as(isAnnotated ? stringType() : null).named("interval_start"),
                () -> dice.nullOneIn(20, () -> dice.oneIn(12) ? dice.pick(UNREADABLE) : spelled(instant())),
                (record, text) -> record.add("interval_start", text));
    }

    private DirtyColumn timestamp(TimeUnit unit, ChronoUnit step) {
        return DirtyColumn.of(
                Types.optional(INT64).as(timestampType(dice.oneIn(2), unit)).named("interval_start"),
                mostly(() -> step.between(Instant.EPOCH, instant())),
                (record, units) -> record.add("interval_start", units));
    }

    private DirtyColumn int96() {
        return DirtyColumn.of(
                Types.optional(INT96).named("interval_start"),
                mostly(this::instant),
                (record, instant) -> record.add("interval_start", julian(instant.atOffset(ZoneOffset.UTC))));
    }

    private static NanoTime julian(OffsetDateTime time) {
        int day = Math.toIntExact(time.toLocalDate().getLong(JulianFields.JULIAN_DAY));
        return new NanoTime(day, time.toLocalTime().toNanoOfDay());
    }

    private DirtyColumn date() {
        return DirtyColumn.of(
                Types.optional(INT32).as(dateType()).named("interval_start"),
                mostly(() -> Math.toIntExact(day().toEpochDay())),
                (record, day) -> record.add("interval_start", day));
    }

    private DirtyColumn blank() {
        return DirtyColumn.empty(Types.optional(DOUBLE).named("interval_start"));
    }

    private <T> Supplier<Optional<T>> mostly(Supplier<T> values) {
        return () -> dice.nullOneIn(25, values);
    }

    private Instant instant() {
        return day().atTime(LocalTime.parse(dice.pick(timesOfDay))).toInstant(ZoneOffset.UTC);
    }

    private String spelled(Instant instant) {
        ZoneOffset offset = dice.pick(
                ZoneOffset.UTC,
                ZoneOffset.UTC,
                ZoneOffset.ofHours(14),
                ZoneOffset.of("+05:30"),
                ZoneOffset.of("-08:00"));
        String text = local(instant.atOffset(offset).toLocalDateTime()) + zone(offset);
        return dice.oneIn(8) ? " " + text + "\t" : text;
    }

    private String local(LocalDateTime time) {
        boolean isWholeMinute = time.truncatedTo(ChronoUnit.MINUTES).equals(time);
        if (isWholeMinute && time.getHour() + time.getMinute() == 0 && dice.oneIn(3)) {
            return time.toLocalDate().toString();
        }
        String form = "uuuu-MM-dd" + dice.pick(" ", "'T'") + "HH:mm";
        if (!isWholeMinute || dice.oneIn(2)) {
            form += ":ss"
                    + (time.truncatedTo(ChronoUnit.SECONDS).equals(time)
                            ? dice.pick("", ".S", ".SSSSSSSSS")
                            : dice.pick(".SSS", ".SSSSSS", ".SSSSSSSSS"));
        }
        return time.format(DateTimeFormatter.ofPattern(form));
    }

    private String zone(ZoneOffset offset) {
        if (offset.equals(ZoneOffset.UTC) && dice.oneIn(2)) {
            return dice.pick("", "Z", " UTC", "+00:00", " +0000 UTC", "-00:00");
        }
        String written = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return dice.pick("", " ") + (dice.oneIn(2) ? written : written.replace(":", "")) + dice.pick("", " UTC");
    }
}
