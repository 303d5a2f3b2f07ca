// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * A number of the summary.
 *
 * @param name its name in the target table
 * @param input what it is folded from, in the units of the input
 * @param unit how much of that is one in the target table
 */
record Measure(String name, Column input, double unit) {

    static final double GIBIBYTE = 1L << 30;

    /** The column of folded values in the unit of the target table. */
    Column inUnit() {
        // The power of two changes no digit, so that it does not matter when it is applied.
        Column folded = unit >= GIBIBYTE
                ? col(name).divide(lit(unit / GIBIBYTE)).divide(lit(GIBIBYTE))
                : col(name).divide(lit(unit));
        return folded.as(name);
    }
}
