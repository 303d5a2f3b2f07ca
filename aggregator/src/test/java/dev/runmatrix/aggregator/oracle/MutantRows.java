// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT96;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The columns of a sound file, hour by hour in order, so that its statistics tell the days apart. */
final class MutantRows {
    /** Rows of each hour. */
    static final int PODS = 4;

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 30);

    private final Dice dice;
    private final Instants instants;
    private final boolean hasMaps;
    private final int firstHour;
    private int row;

    /** How a file says when. */
    enum Instants {
        MILLIS,
        NANOS,
        INT96,
        TEXT
    }

    MutantRows(Dice dice, Instants instants, boolean hasMaps, int firstHour) {
        this.dice = dice;
        this.instants = instants;
        this.hasMaps = hasMaps;
        this.firstHour = firstHour;
    }

    List<DirtyColumn> podUsage() {
        List<DirtyColumn> columns = new ArrayList<>(List.of(
                DirtyColumn.of(
                        Types.required(INT64).named("index"),
                        () -> Optional.of((long) row++),
                        (record, number) -> record.add("index", number)),
                interval(),
                text("namespace", () -> dice.pick("kube-system", "shop", "ns-" + dice.between(1, 3))),
                text("node", () -> "node-" + (row % 3)),
                text("resource_id", () -> "i-" + dice.between(1, 4)),
                labels("pod_labels")));
        columns.add(DirtyColumn.of(
                Types.required(DOUBLE).named("pod_request_cpu_core_seconds"),
                () -> Optional.of(dice.pick(900.0, 1800.0, 3600.0)),
                (record, number) -> record.add("pod_request_cpu_core_seconds", number)));
        columns.add(DirtyColumn.of(
                Types.optional(DOUBLE).named("pod_usage_cpu_core_seconds"),
                () -> dice.nullOneIn(9, () -> dice.between(1, 1_000_000) / 1000.0),
                (record, number) -> record.add("pod_usage_cpu_core_seconds", number)));
        columns.add(DirtyColumn.of(
                Types.optional(INT64).named("pod_usage_memory_byte_seconds"),
                () -> dice.nullOneIn(12, () -> (long) dice.between(1, 1_000_000_000)),
                (record, number) -> record.add("pod_usage_memory_byte_seconds", number)));
        columns.add(DirtyColumn.of(
                Types.optional(FLOAT).named("pod_limit_cpu_core_seconds"),
                () -> Optional.of(dice.between(1, 4) * 0.75f),
                (record, number) -> record.add("pod_limit_cpu_core_seconds", number)));
        addDecimals(columns);
        return columns;
    }

    private void addDecimals(List<DirtyColumn> columns) {
        columns.add(DirtyColumn.of(
                Types.optional(INT32).as(decimalType(2, 9)).named("node_capacity_cpu_core_seconds"),
                () -> Optional.of(720_000 + row % 3 * 360_000),
                (record, number) -> record.add("node_capacity_cpu_core_seconds", number)));
        columns.add(DirtyColumn.of(
                Types.optional(BINARY).as(decimalType(3, 25)).named("pod_limit_memory_byte_seconds"),
                () -> Optional.of(BigInteger.valueOf(dice.between(1, 1 << 30))),
                (record, number) -> record.add(
                        "pod_limit_memory_byte_seconds", Binary.fromConstantByteArray(number.toByteArray()))));
        columns.add(DirtyColumn.of(
                Types.optional(FIXED_LEN_BYTE_ARRAY)
                        .length(9)
                        .as(decimalType(1, 20))
                        .named("pod_request_memory_byte_seconds"),
                () -> dice.nullOneIn(7, () -> (long) dice.between(-1, 1 << 30)),
                (record, number) -> record.add(
                        "pod_request_memory_byte_seconds",
                        Binary.fromConstantByteArray(ByteBuffer.allocate(9)
                                .put((byte) (number >> 63))
                                .putLong(number)
                                .array()))));
    }

    List<DirtyColumn> labelRows(String subject) {
        return List.of(
                interval(),
                text(subject, () -> subject.equals("node") ? "node-" + (row++ % 3) : "ns-" + (row++ % 3)),
                labels(subject + "_labels"));
    }

    private DirtyColumn text(String name, Supplier<String> values) {
        return DirtyColumn.of(
                Types.optional(BINARY).as(stringType()).named(name),
                () -> dice.nullOneIn(25, values),
                (record, text) -> record.add(name, text));
    }

    private DirtyColumn interval() {
        return switch (instants) {
            case MILLIS ->
                DirtyColumn.of(
                        timestamp(TimeUnit.MILLIS),
                        () -> Optional.of(instant().toEpochMilli()),
                        (record, units) -> record.add("interval_start", units));
            case NANOS ->
                DirtyColumn.of(
                        timestamp(TimeUnit.NANOS),
                        () -> Optional.of(ChronoUnit.NANOS.between(Instant.EPOCH, instant())),
                        (record, units) -> record.add("interval_start", units));
            case INT96 ->
                DirtyColumn.of(
                        Types.optional(INT96).named("interval_start"),
                        () -> Optional.of(instant()),
                        (record, instant) -> record.add("interval_start", julian(instant)));
            case TEXT ->
                DirtyColumn.of(
                        Types.optional(BINARY).as(stringType()).named("interval_start"),
                        () -> Optional.of(instant().toString()),
                        (record, text) -> record.add("interval_start", text));
        };
    }

    private static Type timestamp(TimeUnit unit) {
        return Types.optional(INT64).as(timestampType(true, unit)).named("interval_start");
    }

    private Instant instant() {
        return FIRST_DAY
                .atStartOfDay(ZoneOffset.UTC)
                .plusHours(firstHour + row / PODS)
                .toInstant();
    }

    private static NanoTime julian(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        int day = Math.toIntExact(time.toLocalDate().getLong(JulianFields.JULIAN_DAY));
        return new NanoTime(day, time.toLocalTime().toNanoOfDay());
    }

    private DirtyColumn labels(String name) {
        if (!hasMaps) {
            return text(
                    name,
                    () -> "{\"app\": \"a%d\", \"zone\": \"z\", \"other\": %d}".formatted(dice.between(1, 3), row));
        }
        Type map = Types.optionalMap()
                .key(Types.required(BINARY).as(stringType()).named("key"))
                .value(Types.optional(BINARY).as(stringType()).named("value"))
                .named(name);
        return new DirtyColumn(map, record -> fillMap(record, name));
    }

    private void fillMap(Group record, String name) {
        if (dice.oneIn(15)) {
            return;
        }
        Group map = record.addGroup(name);
        for (String key : dice.some(List.of("app", "zone", "other", "tier"), 60)) {
            Group entry = map.addGroup(0);
            entry.add(0, key);
            if (!dice.oneIn(8)) {
                entry.add(1, "v" + dice.between(1, 2));
            }
        }
    }
}
