// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Parquet files of a folder by the table they belong to. */
record TableFiles(List<Path> podUsage, List<Path> nodeLabels, List<Path> namespaceLabels) {
    TableFiles {
        podUsage = List.copyOf(podUsage);
        nodeLabels = List.copyOf(nodeLabels);
        namespaceLabels = List.copyOf(namespaceLabels);
    }

    static TableFiles below(Path folder) throws IOException {
        return new TableFiles(
                files(folder, "pod_usage"), files(folder, "node_labels"), files(folder, "namespace_labels"));
    }

    List<Path> all() {
        return Stream.of(podUsage, nodeLabels, namespaceLabels)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> files(Path folder, String table) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> table(folder.relativize(file)).equals(Optional.of(table)))
                    .sorted()
                    .toList();
        }
    }

    /** The table that the file's own name or, from the inside out, one of its folders begins with. */
    private static Optional<String> table(Path file) {
        List<String> outsideIn = StreamSupport.stream(file.spliterator(), false)
                .map(Path::toString)
                .toList();
        return Stream.iterate(outsideIn.size() - 1, index -> index >= 0, index -> index - 1)
                .map(outsideIn::get)
                .map(name -> name.replaceFirst("^openshift_(.*)_line_items", "$1"))
                .flatMap(name -> Stream.of("pod_usage", "node_labels", "namespace_labels")
                        .filter(name::startsWith))
                .findFirst();
    }
}
