// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.Types;

/** Number columns of every type, tame or with everything that binary64 can hold. */
final class DirtyNumbers {
    private static final List<Double> ODD = List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            3e-310,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e300,
            1e16,
            -1e16,
            1.0,
            0.1,
            -3.5,
            9_007_199_254_740_994.0);
    private static final List<Long> ODD_WHOLES =
            List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L, 1L << 53, -7L);

    private final Dice dice;
    private final boolean isWild;
    private final boolean isDecimal;

    DirtyNumbers(Dice dice) {
        this.dice = dice;
        isWild = dice.oneIn(2);
        isDecimal = dice.oneIn(2);
    }

    DirtyColumn column(String name) {
        return dice.way(
                () -> doubles(name),
                () -> doubles(name),
                () -> doubles(name),
                () -> floats(name),
                () -> int32s(name),
                () -> int64s(name),
                () -> smallDecimals(name),
                () -> bigDecimals(name),
                () -> fixedDecimals(name),
                () -> DirtyColumn.empty(Types.optional(DOUBLE).named(name)));
    }

    private DirtyColumn doubles(String name) {
        if (dice.oneIn(5)) {
            return DirtyColumn.of(
                    Types.required(DOUBLE).named(name),
                    () -> Optional.of(number()),
                    (record, number) -> record.add(name, number));
        }
        return DirtyColumn.of(
                Types.optional(DOUBLE).named(name), mostly(this::number), (record, number) -> record.add(name, number));
    }

    private DirtyColumn floats(String name) {
        return DirtyColumn.of(
                Types.optional(FLOAT).named(name),
                mostly(() -> (float) number()),
                (record, number) -> record.add(name, number));
    }

    private DirtyColumn int32s(String name) {
        return DirtyColumn.of(
                Types.optional(INT32).named(name),
                mostly(() -> dice.between(-10, 100_000)),
                (record, number) -> record.add(name, number));
    }

    private DirtyColumn int64s(String name) {
        return DirtyColumn.of(
                Types.optional(INT64).named(name), mostly(this::whole), (record, number) -> record.add(name, number));
    }

    private DirtyColumn smallDecimals(String name) {
        if (dice.oneIn(2)) {
            return DirtyColumn.of(
                    Types.optional(INT32).as(decimalType(2, 9)).named(name),
                    mostly(() -> dice.between(-999_999_999, 999_999_999)),
                    (record, number) -> record.add(name, number));
        }
        return DirtyColumn.of(
                Types.optional(INT64).as(decimalType(dice.between(0, 18), 18)).named(name),
                mostly(() -> dice.anyLong() % 1_000_000_000_000_000_000L),
                (record, number) -> record.add(name, number));
    }

    private DirtyColumn bigDecimals(String name) {
        return DirtyColumn.of(
                Types.optional(BINARY).as(decimalType(9, 30)).named(name),
                mostly(() ->
                        BigInteger.valueOf(dice.anyLong()).multiply(BigInteger.valueOf(dice.between(1, 1_000_000)))),
                (record, number) -> record.add(name, Binary.fromConstantByteArray(number.toByteArray())));
    }

    private DirtyColumn fixedDecimals(String name) {
        return DirtyColumn.of(
                Types.optional(FIXED_LEN_BYTE_ARRAY)
                        .length(12)
                        .as(decimalType(dice.between(0, 20), 28))
                        .named(name),
                mostly(dice::anyLong),
                (record, number) -> record.add(name, Binary.fromConstantByteArray(signExtended(number))));
    }

    private static byte[] signExtended(long number) {
        return ByteBuffer.allocate(12)
                .putInt(number < 0 ? -1 : 0)
                .putLong(number)
                .array();
    }

    private <T> Supplier<Optional<T>> mostly(Supplier<T> values) {
        int nulls = dice.pick(2, 5, 10, 1_000);
        return () -> dice.nullOneIn(nulls, values);
    }

    private double number() {
        if (isWild && dice.oneIn(3)) {
            return dice.oneIn(10) ? Double.longBitsToDouble(dice.anyLong()) : dice.pick(ODD);
        }
        return isDecimal ? dice.between(-100, 1_000_000_000) / 100_000.0 : dice.between(-10, 1_000) * 225.0;
    }

    private long whole() {
        return isWild && dice.oneIn(4) ? dice.pick(ODD_WHOLES) : dice.between(0, 1_000_000);
    }
}
