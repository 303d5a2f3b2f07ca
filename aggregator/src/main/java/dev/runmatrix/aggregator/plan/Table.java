// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

/** A table of the input, and how its files and directories are named. */
public enum Table {
    POD_USAGE("pod_usage"),
    NODE_LABELS("node_labels"),
    NAMESPACE_LABELS("namespace_labels");

    private final String name;
    private final String longName;

    Table(String name) {
        this.name = name;
        longName = "openshift_" + name + "_line_items";
    }

    boolean namesDirectory(String directory) {
        // Spark makes a directory of the name that was meant for a file.
        String plain = directory.endsWith(".parquet")
                ? directory.substring(0, directory.length() - ".parquet".length())
                : directory;
        return plain.equals(name) || plain.equals(longName);
    }

    boolean beginsFileName(String fileName) {
        return fileName.startsWith(name) || fileName.startsWith(longName);
    }

    @Override
    public String toString() {
        return name;
    }
}
