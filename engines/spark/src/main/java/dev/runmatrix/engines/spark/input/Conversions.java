// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.runmatrix.engines.spark.rules.DayOfText;
import dev.runmatrix.engines.spark.rules.MapText;
import dev.runmatrix.engines.spark.rules.NanoOfText;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns of the table from the columns of a file. */
final class Conversions {

    private static final long NANOS_OF_DAY = 86_400_000_000_000L;
    private static final long MICROS_OF_DAY = 86_400_000_000L;

    private Conversions() {}

    /** The day of an instant, null where it has none that fits into 32 bits. */
    static Column day(Reading reading) {
        return switch (reading.form()) {
            case UNITS -> dayOfUnits(col(reading.name()), reading.unitsOfDay());
            case TIMESTAMP -> dayOfUnits(unix_micros(col(reading.name())), MICROS_OF_DAY);
            case DATE -> col(reading.name());
            case INSTANT_TEXT -> udf(new DayOfText(), DataTypes.IntegerType).apply(col(reading.name()));
            default -> nullOf(reading, DataTypes.IntegerType);
        };
    }

    /** Nanoseconds of an instant's day. */
    static Column nano(Reading reading) {
        return switch (reading.form()) {
            case UNITS ->
                pmod(col(reading.name()), lit(reading.unitsOfDay())).multiply(lit(NANOS_OF_DAY / reading.unitsOfDay()));
            case TIMESTAMP ->
                pmod(unix_micros(col(reading.name())), lit(MICROS_OF_DAY)).multiply(lit(NANOS_OF_DAY / MICROS_OF_DAY));
            case DATE -> when(col(reading.name()).isNotNull(), lit(0L));
            case INSTANT_TEXT -> udf(new NanoOfText(), DataTypes.LongType).apply(col(reading.name()));
            default -> nullOf(reading, DataTypes.LongType);
        };
    }

    private static Column dayOfUnits(Column units, long unitsOfDay) {
        Column day = units.minus(pmod(units, lit(unitsOfDay))).divide(lit(unitsOfDay));
        // A quotient of whole numbers is a double here, which is exact below 2^53; instants of such size are not days.
        return when(day.between(lit((double) Integer.MIN_VALUE), lit((double) Integer.MAX_VALUE)), day.cast("int"));
    }

    /** A name, or the text of labels. */
    static Column text(Reading reading) {
        return switch (reading.form()) {
            case TEXT -> col(reading.name()).cast(DataTypes.StringType);
            case MAP -> udf(new MapText(), DataTypes.StringType).apply(map_entries(col(reading.name())));
            default -> nullOf(reading, DataTypes.StringType);
        };
    }

    /** A number; null where it is not finite. */
    static Column number(Reading reading) {
        if (reading.form() != Reading.Form.NUMBER) {
            return nullOf(reading, DataTypes.DoubleType);
        }
        Column number = col(reading.name()).cast(DataTypes.DoubleType);
        boolean binary = reading.type() == DataTypes.DoubleType || reading.type() == DataTypes.FloatType;
        // NaN is greater than everything.
        return binary ? when(abs(number).leq(lit(Double.MAX_VALUE)), number) : number;
    }

    private static Column nullOf(Reading reading, DataType type) {
        Column nothing = lit(null).cast(type);
        if (reading.form() == Reading.Form.ABSENT) {
            return nothing;
        }
        String message = "column " + reading.name() + " has values of type "
                + reading.type().simpleString() + ", which cannot be read as what it should hold";
        return when(col(reading.name()).isNotNull(), raise_error(lit(message)).cast(type))
                .otherwise(nothing);
    }
}
