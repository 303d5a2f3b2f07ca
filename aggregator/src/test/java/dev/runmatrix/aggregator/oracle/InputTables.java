// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The three tables of a folder of Parquet files. */
record InputTables(List<RawTable> podUsage, List<RawTable> nodeLabels, List<RawTable> namespaceLabels) {
    InputTables {
        podUsage = List.copyOf(podUsage);
        nodeLabels = List.copyOf(nodeLabels);
        namespaceLabels = List.copyOf(namespaceLabels);
    }

    static InputTables read(Path folder) throws IOException {
        List<Path> files = parquetFiles(folder);
        return new InputTables(
                table(folder, files, "pod_usage"),
                table(folder, files, "node_labels"),
                table(folder, files, "namespace_labels"));
    }

    static List<Path> parquetFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private static List<RawTable> table(Path folder, List<Path> files, String table) {
        return files.stream()
                .filter(file -> nameOfTable(folder.relativize(file))
                        .filter(table::equals)
                        .isPresent())
                .map(ParquetTables::read)
                .toList();
    }

    /** The table that the file's own name or, from the inside out, one of its folders begins with. */
    private static Optional<String> nameOfTable(Path file) {
        List<String> outsideIn = StreamSupport.stream(file.spliterator(), false)
                .map(Path::toString)
                .toList();
        return Stream.iterate(outsideIn.size() - 1, index -> index >= 0, index -> index - 1)
                .map(outsideIn::get)
                .map(name -> name.replaceFirst("^openshift_(.*)_usage_line_items", "$1_usage")
                        .replaceFirst("^openshift_(.*)_line_items", "$1"))
                .flatMap(name -> Stream.of("pod_usage", "node_labels", "namespace_labels")
                        .filter(name::startsWith))
                .findFirst();
    }
}
