// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import dev.runmatrix.engines.contract.LabelRules;
import dev.runmatrix.engines.spark.input.InputTable;
import dev.runmatrix.engines.spark.rules.CanonicalLabels;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The labels that count for each name and day: those of the latest row, of several such the greatest text.
 *
 * @param rules what label texts mean
 */
record LatestLabels(LabelRules rules) {

    /** Columns day, name and labels, by the names given. */
    Dataset<Row> of(Dataset<Row> rows, String name, String labels) {
        Dataset<Row> named = rows.filter(col(name).isNotNull());
        // A node without a name is none, while a namespace may be called "".
        Dataset<Row> nodes =
                name.equals(SummaryColumns.NODE) ? named.filter(col(name).notEqual(lit(""))) : named;
        var canonical = udf(new CanonicalLabels(rules), DataTypes.StringType).apply(col(labels));
        return nodes.groupBy(col(InputTable.DAY), col(name))
                .agg(max(struct(col(InputTable.NANO), canonical.as(labels))).as("latest"))
                .select(col(InputTable.DAY), col(name), col("latest." + labels).as(labels));
    }
}
