// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** What the annotations of a column, old or new, say of its values. */
final class TypeTraits {

    private TypeTraits() {}

    static boolean isAnnotated(SchemaElement element) {
        return element.isSetLogicalType() || element.isSetConverted_type();
    }

    /** Text, or bytes that nothing says are not text. */
    static boolean isText(SchemaElement element) {
        if (element.getType() != Type.BYTE_ARRAY) {
            return false;
        }
        if (element.isSetLogicalType()) {
            LogicalType logical = element.getLogicalType();
            return logical.isSetSTRING() || logical.isSetENUM() || logical.isSetJSON();
        }
        ConvertedType converted = element.getConverted_type();
        return converted == null
                || converted == ConvertedType.UTF8
                || converted == ConvertedType.ENUM
                || converted == ConvertedType.JSON;
    }

    /** A whole number that counts nothing but itself. */
    static boolean isInteger(SchemaElement element) {
        if (element.getType() != Type.INT32 && element.getType() != Type.INT64) {
            return false;
        }
        if (element.isSetLogicalType()) {
            return element.getLogicalType().isSetINTEGER();
        }
        ConvertedType converted = element.getConverted_type();
        return converted == null
                || converted.name().startsWith("INT_")
                || converted.name().startsWith("UINT_");
    }

    static boolean isUnsigned(SchemaElement element) {
        if (element.isSetLogicalType()) {
            LogicalType logical = element.getLogicalType();
            return logical.isSetINTEGER() && !logical.getINTEGER().isIsSigned();
        }
        ConvertedType converted = element.getConverted_type();
        return converted != null && converted.name().startsWith("UINT_");
    }

    static boolean isDecimal(SchemaElement element) {
        return element.isSetLogicalType()
                ? element.getLogicalType().isSetDECIMAL()
                : element.getConverted_type() == ConvertedType.DECIMAL;
    }

    /** Fails where the two annotations of a decimal differ or make no sense: values would be off by powers of ten. */
    static void requireSoundDecimal(SchemaElement element) {
        if (!isDecimal(element)) {
            return;
        }
        int scale = scale(element);
        boolean same = !element.isSetScale() || element.getScale() == scale;
        int precision = precision(element);
        if (precision < 1 || precision > mostDigits(element)) {
            throw new MalformedException("column " + element.getName() + " is a decimal of " + precision
                    + " digits, which its " + element.getType() + " cannot hold");
        }
        if (scale < 0 || scale > precision || !same) {
            throw new MalformedException("column " + element.getName() + " is a decimal of scale " + scale
                    + ", precision " + precision + (same ? "" : " and also of scale " + element.getScale()));
        }
    }

    private static int mostDigits(SchemaElement element) {
        return switch (element.getType()) {
            case INT32 -> 9;
            case INT64 -> 18;
            case FIXED_LEN_BYTE_ARRAY ->
                (int) Math.floor(((double) Byte.SIZE * element.getType_length() - 1) * Math.log10(2));
            default -> Integer.MAX_VALUE;
        };
    }

    private static int precision(SchemaElement element) {
        return element.isSetLogicalType()
                ? element.getLogicalType().getDECIMAL().getPrecision()
                : element.getPrecision();
    }

    /** Digits after the point of a decimal. */
    static int scale(SchemaElement element) {
        return element.isSetLogicalType()
                ? element.getLogicalType().getDECIMAL().getScale()
                : element.getScale();
    }

    static boolean isDate(SchemaElement element) {
        return element.getType() == Type.INT32
                && (element.isSetLogicalType()
                        ? element.getLogicalType().isSetDATE()
                        : element.getConverted_type() == ConvertedType.DATE);
    }

    /** How many units of a timestamp column make a second; 0 if it is none. */
    static long unitsOfSecond(SchemaElement element) {
        if (element.getType() != Type.INT64) {
            return 0;
        }
        if (element.isSetLogicalType()) {
            return element.getLogicalType().isSetTIMESTAMP() ? units(element.getLogicalType()) : 0;
        }
        if (element.getConverted_type() == ConvertedType.TIMESTAMP_MILLIS) {
            return 1_000;
        }
        return element.getConverted_type() == ConvertedType.TIMESTAMP_MICROS ? 1_000_000 : 0;
    }

    private static long units(LogicalType timestamp) {
        var unit = timestamp.getTIMESTAMP().getUnit();
        if (unit.isSetMILLIS()) {
            return 1_000;
        }
        return unit.isSetMICROS() ? 1_000_000 : 1_000_000_000;
    }
}
