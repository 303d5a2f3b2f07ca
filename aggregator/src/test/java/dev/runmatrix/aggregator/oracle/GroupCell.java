// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** One cell of an example record, by the physical and logical type of its column. */
final class GroupCell {
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private GroupCell() {}

    static RawValue read(Group record, Type column) {
        Optional<LogicalTypeAnnotation> annotation = Optional.ofNullable(column.getLogicalTypeAnnotation());
        String name = column.getName();
        if (annotation.isPresent() && annotation.get() instanceof MapLogicalTypeAnnotation) {
            return new RawValue.Labels(labels(record.getGroup(name, 0)));
        }
        if (!column.isPrimitive()) {
            return new RawValue.Strange();
        }
        if (annotation.isPresent() && annotation.get() instanceof DecimalLogicalTypeAnnotation decimal) {
            return new RawValue.Decimal(new BigDecimal(unscaled(record, column), decimal.getScale()));
        }
        return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> int32(record.getInteger(name, 0), annotation);
            case INT64 -> int64(record.getLong(name, 0), annotation);
            case INT96 -> new RawValue.Moment(julian(record.getInt96(name, 0).getBytes()));
            case FLOAT -> new RawValue.Real(record.getFloat(name, 0));
            case DOUBLE -> new RawValue.Real(record.getDouble(name, 0));
            case BINARY -> binary(record.getBinary(name, 0).getBytes(), annotation);
            default -> new RawValue.Strange();
        };
    }

    private static RawValue int32(int number, Optional<LogicalTypeAnnotation> annotation) {
        return annotation.isPresent() && annotation.get() instanceof DateLogicalTypeAnnotation
                ? new RawValue.Moment(Instant.EPOCH.plus(number, ChronoUnit.DAYS))
                : new RawValue.Whole(number);
    }

    private static RawValue int64(long number, Optional<LogicalTypeAnnotation> annotation) {
        return annotation.isPresent() && annotation.get() instanceof TimestampLogicalTypeAnnotation timestamp
                ? new RawValue.Moment(Instant.EPOCH.plus(number, unit(timestamp)))
                : new RawValue.Whole(number);
    }

    private static ChronoUnit unit(TimestampLogicalTypeAnnotation timestamp) {
        return switch (timestamp.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static RawValue binary(byte[] bytes, Optional<LogicalTypeAnnotation> annotation) {
        return annotation.isEmpty() || annotation.get() instanceof StringLogicalTypeAnnotation
                ? new RawValue.Text(new String(bytes, StandardCharsets.UTF_8))
                : new RawValue.Strange();
    }

    private static BigInteger unscaled(Group record, Type column) {
        return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(record.getInteger(column.getName(), 0));
            case INT64 -> BigInteger.valueOf(record.getLong(column.getName(), 0));
            default -> new BigInteger(record.getBinary(column.getName(), 0).getBytes());
        };
    }

    private static Instant julian(byte[] int96) {
        ByteBuffer bytes = ByteBuffer.wrap(int96).order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = bytes.getLong();
        return Instant.EPOCH
                .plus(Integer.toUnsignedLong(bytes.getInt()) - JULIAN_DAY_OF_EPOCH, ChronoUnit.DAYS)
                .plusNanos(nanosOfDay);
    }

    private static LabelSet labels(Group map) {
        Map<String, Optional<String>> labels = new HashMap<>();
        for (int entry = 0; entry < map.getFieldRepetitionCount(0); entry++) {
            Group keyValue = map.getGroup(0, entry);
            if (keyValue.getFieldRepetitionCount(0) > 0) {
                labels.put(keyValue.getString(0, 0), value(keyValue));
            }
        }
        return LabelSet.of(labels);
    }

    private static Optional<String> value(Group keyValue) {
        return keyValue.getFieldRepetitionCount(1) > 0 ? Optional.of(keyValue.getString(1, 0)) : Optional.empty();
    }
}
