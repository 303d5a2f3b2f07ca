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

    /** Whether a folder of this name holds files of the table; some writers make a folder of a file's name. */
    public boolean namesFolder(String folder) {
        String plain =
                folder.endsWith(".parquet") ? folder.substring(0, folder.length() - ".parquet".length()) : folder;
        return plain.equals(directory) || plain.equals(lineItems());
    }

    /** Whether a file of this name is one of the table, where no folder says so. */
    public boolean beginsFileName(String name) {
        return name.startsWith(directory) || name.startsWith(lineItems());
    }
}
