// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import dev.runmatrix.engines.contract.LabelRules;
import dev.runmatrix.engines.spark.rules.MergedLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the pods of each day, namespace, node and label set used.
 *
 * @param rules what label texts mean
 */
record Usage(LabelRules rules) {

    private static final String NODE_LABELS = "node_labels";
    private static final String NAMESPACE_LABELS = "namespace_labels";

    /** A row for each group, with sums and maxima in the units of the input. */
    Dataset<Row> of(Dataset<Row> pods, Dataset<Row> nodeLabels, Dataset<Row> namespaceLabels) {
        Column merged = udf(new MergedLabels(rules), DataTypes.StringType)
                .apply(col(NODE_LABELS), col(NAMESPACE_LABELS), col(SummaryColumns.LABELS));
        return byText(pods)
                .join(nodeLabels, Names.of(SummaryColumns.DAY, SummaryColumns.NODE), "left")
                .join(namespaceLabels, Names.of(SummaryColumns.DAY, SummaryColumns.NAMESPACE), "left")
                .withColumn(SummaryColumns.LABELS, merged)
                .groupBy(Names.columns(
                        SummaryColumns.DAY, SummaryColumns.NAMESPACE, SummaryColumns.NODE, SummaryColumns.LABELS))
                .agg(max(col(SummaryColumns.RESOURCE)).as(SummaryColumns.RESOURCE), folded().toArray(Column[]::new));
    }

    /**
     * One row for each text of labels. The resource is part of the key, and with it nothing but numbers is folded: Spark
     * would sort all rows for the maximum of a text, while a node has one resource.
     */
    private static Dataset<Row> byText(Dataset<Row> pods) {
        Column[] key = Names.columns(
                SummaryColumns.DAY,
                SummaryColumns.NAMESPACE,
                SummaryColumns.NODE,
                SummaryColumns.LABELS,
                SummaryColumns.RESOURCE);
        List<Column> selected = new ArrayList<>(List.of(key));
        Stream.of(SummaryColumns.SUMS, SummaryColumns.MAXIMA)
                .flatMap(List::stream)
                .forEach(measure -> selected.add(measure.input().as(measure.name())));
        List<Column> folded = folded();
        return pods.filter(col(SummaryColumns.NODE).notEqual(lit("")))
                .select(selected.toArray(Column[]::new))
                .groupBy(key)
                .agg(folded.get(0), folded.subList(1, folded.size()).toArray(Column[]::new));
    }

    private static List<Column> folded() {
        Stream<Column> sums = SummaryColumns.SUMS.stream()
                .map(Measure::name)
                .map(name -> sum(col(name)).as(name));
        Stream<Column> maxima = SummaryColumns.MAXIMA.stream()
                .map(Measure::name)
                .map(name -> max(col(name)).as(name));
        return Stream.concat(sums, maxima).toList();
    }
}
