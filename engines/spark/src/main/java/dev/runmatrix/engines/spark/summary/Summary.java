// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.engines.contract.CategoryRules;
import dev.runmatrix.engines.contract.LabelRules;
import dev.runmatrix.engines.spark.input.InputTable;
import dev.runmatrix.engines.spark.rules.CategoryOfNamespace;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * The daily summary as one query. Rows of pods are summed by the text of their labels first: texts are parsed for groups,
 * not for rows.
 *
 * @param spark where it runs
 * @param params what it depends on besides its data
 * @param inputs the tables that it reads
 */
public record Summary(SparkSession spark, Params params, Inputs inputs) {

    /** With more rows of pods than this, what is known of each node and day may be too much for one machine. */
    private static final long MOST_ROWS_TO_BROADCAST = 200_000_000;

    /** The rows of the summary, in no order: the columns of {@link SummaryColumns}. */
    public Dataset<Row> rows() {
        LabelRules labels = new LabelRules(params.enabledKeys());
        Dataset<Row> pods = inDates(inputs.pods());
        Dataset<Row> nodeLabels =
                small(new LatestLabels(labels).of(inDates(inputs.nodes()), SummaryColumns.NODE, "node_labels"));
        Dataset<Row> namespaceLabels = small(new LatestLabels(labels)
                .of(inDates(inputs.namespaces()), SummaryColumns.NAMESPACE, "namespace_labels"));
        Dataset<Row> groups = new Usage(labels).of(pods, nodeLabels, namespaceLabels);
        Dataset<Row> nodeDays = Capacity.ofNodes(pods);
        Dataset<Row> complete = groups.join(small(nodeDays), Names.of(SummaryColumns.DAY, SummaryColumns.NODE), "left")
                .join(broadcast(Capacity.ofCluster(nodeDays)), Names.of(SummaryColumns.DAY), "left");
        return complete.select(columns().toArray(Column[]::new));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Names.columns(
                SummaryColumns.DAY,
                SummaryColumns.NAMESPACE,
                SummaryColumns.NODE,
                SummaryColumns.RESOURCE,
                SummaryColumns.LABELS)));
        SummaryColumns.measures().forEach(measure -> columns.add(measure.inUnit()));
        columns.add(category().as(SummaryColumns.CATEGORY));
        return columns;
    }

    private Dataset<Row> inDates(InputTable table) {
        Column day = col(InputTable.DAY);
        Dataset<Row> rows = table.read(spark).filter(day.isNotNull());
        Dataset<Row> begun = params.startDate().isEmpty() ? rows : rows.filter(day.geq(lit(params.firstEpochDay())));
        return params.endDate().isEmpty() ? begun : begun.filter(day.leq(lit(params.lastEpochDay())));
    }

    private Dataset<Row> small(Dataset<Row> perDay) {
        return inputs.pods().rows() <= MOST_ROWS_TO_BROADCAST ? broadcast(perDay) : perDay;
    }

    private Column category() {
        return params.costCategories().isEmpty()
                ? lit(null).cast(DataTypes.IntegerType)
                : udf(new CategoryOfNamespace(new CategoryRules(params.costCategories())), DataTypes.IntegerType)
                        .apply(col(SummaryColumns.NAMESPACE));
    }
}
