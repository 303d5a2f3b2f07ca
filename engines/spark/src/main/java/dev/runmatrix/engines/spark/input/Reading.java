// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import org.apache.spark.sql.types.DataType;

/**
 * How one column of a file is read.
 *
 * @param name its name in the file
 * @param type the type that Spark reads it as
 * @param form what its values are
 * @param unitsOfDay how many units of an instant make a day; 0 where that says nothing
 */
record Reading(String name, DataType type, Form form, long unitsOfDay) {

    /** What the values of a column are. */
    enum Form {
        /** The file has no such column. */
        ABSENT,
        /** Values of a type that cannot hold what is wanted; only nulls are allowed. */
        ONLY_NULLS,
        /** Text, or a whole number that is a name. */
        TEXT,
        /** A map of texts. */
        MAP,
        /** A number of any type. */
        NUMBER,
        /** An instant counted in units. */
        UNITS,
        /** An instant in the type of 96 bits. */
        TIMESTAMP,
        /** A day. */
        DATE,
        /** The text of an instant. */
        INSTANT_TEXT
    }

    static Reading of(String name, DataType type, Form form) {
        return new Reading(name, type, form, 0);
    }
}
