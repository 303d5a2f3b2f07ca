// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

import java.util.List;

/** Positions of the columns of the two label tables within a {@link Batch}. */
public final class LabelColumns {

    public static final int NAME = 1;
    public static final int LABELS = 2;

    /** The label table of nodes. */
    public static final TableColumns NODES = table("node", "node_labels");

    /** The label table of namespaces. */
    public static final TableColumns NAMESPACES = table("namespace", "namespace_labels");

    private LabelColumns() {}

    private static TableColumns table(String name, String labels) {
        return new TableColumns(
                List.of(
                        new IdColumn("interval_start", IdKind.INSTANT, true),
                        new IdColumn(name, IdKind.NAME, true),
                        new IdColumn(labels, IdKind.LABELS, false)),
                List.of());
    }
}
