// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;

/** The three tables of an input, a raw table per file. */
record InputTables(List<RawTable> podUsage, List<RawTable> nodeLabels, List<RawTable> namespaceLabels) {
    InputTables {
        podUsage = List.copyOf(podUsage);
        nodeLabels = List.copyOf(nodeLabels);
        namespaceLabels = List.copyOf(namespaceLabels);
    }

    static InputTables read(TableFiles files) {
        return new InputTables(
                files.podUsage().stream().map(ParquetTables::read).toList(),
                files.nodeLabels().stream().map(ParquetTables::read).toList(),
                files.namespaceLabels().stream().map(ParquetTables::read).toList());
    }
}
