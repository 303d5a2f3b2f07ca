// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.runmatrix.engines.spark.input.InputTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The capacity of nodes and of the cluster, day by day, in the units of the input. */
final class Capacity {

    private static final Measure NODE_CPU = SummaryColumns.CAPACITIES.get(0);
    private static final Measure NODE_MEMORY = SummaryColumns.CAPACITIES.get(1);
    private static final Measure CLUSTER_CPU = SummaryColumns.CAPACITIES.get(2);
    private static final Measure CLUSTER_MEMORY = SummaryColumns.CAPACITIES.get(3);

    private Capacity() {}

    /** Of each node and day, also of those rows that have no node; an instant counts once, with its greatest value. */
    static Dataset<Row> ofNodes(Dataset<Row> pods) {
        return pods.groupBy(InputTable.DAY, InputTable.NANO, SummaryColumns.NODE)
                .agg(
                        max(NODE_CPU.input()).as(NODE_CPU.name()),
                        max(NODE_MEMORY.input()).as(NODE_MEMORY.name()))
                .groupBy(InputTable.DAY, SummaryColumns.NODE)
                .agg(
                        sum(col(NODE_CPU.name())).as(NODE_CPU.name()),
                        sum(col(NODE_MEMORY.name())).as(NODE_MEMORY.name()));
    }

    /** Of each day. */
    static Dataset<Row> ofCluster(Dataset<Row> nodeDays) {
        return nodeDays.groupBy(InputTable.DAY)
                .agg(
                        sum(CLUSTER_CPU.input()).as(CLUSTER_CPU.name()),
                        sum(CLUSTER_MEMORY.input()).as(CLUSTER_MEMORY.name()));
    }
}
