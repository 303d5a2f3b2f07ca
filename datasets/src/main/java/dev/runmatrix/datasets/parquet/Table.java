// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

/** The tables of a dataset and the directories that hold them. */
public enum Table {
    POD_USAGE("pod_usage"),
    NODE_LABELS("node_labels"),
    NAMESPACE_LABELS("namespace_labels");

    private final String directory;

    Table(String directory) {
        this.directory = directory;
    }

    /** Directory in layout koku, and what people call the table. */
    public String directory() {
        return directory;
    }

    /** Directory in layout poc. */
    String lineItems() {
        return "openshift_" + directory + "_line_items";
    }
}
