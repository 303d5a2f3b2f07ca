// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import dev.runmatrix.aggregator.column.IdKind;
import dev.runmatrix.engines.spark.input.Reading.Form;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** Chooses how a column is read, by its type in the file. */
final class Readings {

    private static final long SECONDS_OF_DAY = 86_400;
    private static final int MOST_DIGITS = 38;

    private Readings() {}

    /** How a column of names, labels or instants is read. */
    static Reading ofId(IdKind kind, Type column) throws UnusableColumnException {
        if (!column.isPrimitive()) {
            return ofGroup(kind, column.asGroupType());
        }
        PrimitiveType type = primitive(column);
        return switch (kind) {
            case INSTANT -> ofInstant(type);
            case NAME -> isText(type) || isInteger(type) ? ofText(type) : onlyNulls(type);
            case LABELS -> isText(type) ? ofText(type) : onlyNulls(type);
        };
    }

    /** How a column of numbers is read. */
    static Reading ofNumber(Type column) throws UnusableColumnException {
        PrimitiveType type = primitive(column);
        boolean binary = type.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT
                || type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE;
        return binary || isInteger(type) || type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation
                ? Reading.of(type.getName(), physical(type), Form.NUMBER)
                : onlyNulls(type);
    }

    /** A column that the file lacks. */
    static Reading absent(String name) {
        return Reading.of(name, DataTypes.NullType, Form.ABSENT);
    }

    private static PrimitiveType primitive(Type column) throws UnusableColumnException {
        if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
            throw new UnusableColumnException(column.getName(), "has a nested type");
        }
        return column.asPrimitiveType();
    }

    private static Reading ofGroup(IdKind kind, GroupType group) throws UnusableColumnException {
        if (kind != IdKind.LABELS || !(group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation)) {
            throw new UnusableColumnException(group.getName(), "has a nested type");
        }
        DataType texts = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true);
        return Reading.of(group.getName(), texts, Form.MAP);
    }

    private static Reading ofText(PrimitiveType type) throws UnusableColumnException {
        return Reading.of(type.getName(), isText(type) ? DataTypes.StringType : physical(type), Form.TEXT);
    }

    private static Reading onlyNulls(PrimitiveType type) throws UnusableColumnException {
        return Reading.of(type.getName(), physical(type), Form.ONLY_NULLS);
    }

    private static Reading ofInstant(PrimitiveType type) throws UnusableColumnException {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT64
                && annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
            return new Reading(
                    type.getName(), DataTypes.LongType, Form.UNITS, SECONDS_OF_DAY * unitsOfSecond(timestamp));
        }
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
            return Reading.of(type.getName(), DataTypes.TimestampType, Form.TIMESTAMP);
        }
        if (annotation instanceof DateLogicalTypeAnnotation) {
            return Reading.of(type.getName(), DataTypes.IntegerType, Form.DATE);
        }
        return isText(type) ? Reading.of(type.getName(), DataTypes.StringType, Form.INSTANT_TEXT) : onlyNulls(type);
    }

    private static long unitsOfSecond(TimestampLogicalTypeAnnotation timestamp) {
        return switch (timestamp.getUnit()) {
            case MILLIS -> 1_000;
            case MICROS -> 1_000_000;
            case NANOS -> 1_000_000_000;
        };
    }

    private static boolean isText(PrimitiveType type) {
        @Nullable LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (annotation == null
                        || annotation instanceof StringLogicalTypeAnnotation
                        || annotation instanceof EnumLogicalTypeAnnotation
                        || annotation instanceof JsonLogicalTypeAnnotation);
    }

    private static boolean isInteger(PrimitiveType type) {
        @Nullable LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        boolean whole = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
                || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
        return whole && (annotation == null || annotation instanceof IntLogicalTypeAnnotation);
    }

    /** The type of Spark that holds every value of a column as it is stored. */
    private static DataType physical(PrimitiveType type) throws UnusableColumnException {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            if (decimal.getPrecision() > MOST_DIGITS) {
                throw new UnusableColumnException(
                        type.getName(),
                        "is a decimal of more than " + MOST_DIGITS + " digits, which Spark cannot read");
            }
            return DataTypes.createDecimalType(decimal.getPrecision(), decimal.getScale());
        }
        boolean unsigned = type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer
                && !integer.isSigned()
                && integer.getBitWidth() >= Integer.SIZE;
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> DataTypes.BooleanType;
            case INT32 -> unsigned ? DataTypes.LongType : DataTypes.IntegerType;
            case INT64 -> unsigned ? new DecimalType(20, 0) : DataTypes.LongType;
            case INT96 -> DataTypes.TimestampType;
            case FLOAT -> DataTypes.FloatType;
            case DOUBLE -> DataTypes.DoubleType;
            case BINARY, FIXED_LEN_BYTE_ARRAY -> DataTypes.BinaryType;
        };
    }
}
