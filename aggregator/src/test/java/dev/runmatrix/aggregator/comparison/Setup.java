// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things are, as the start scripts found them.
 *
 * @param root the checkout
 * @param work directory for scratch files
 * @param aggregate the command that {@code ./run-matrix aggregate} comes down to
 * @param testClasses where these classes are
 * @param duckDb the jar of DuckDB
 */
record Setup(Path root, Path work, List<String> aggregate, Path testClasses, Path duckDb) {

    Setup {
        aggregate = List.copyOf(aggregate);
    }

    /** From the system properties that the scripts set. */
    static Setup ofProperties() throws IOException {
        return new Setup(
                path("bench.root"),
                path("bench.work"),
                Files.readAllLines(path("bench.aggregate")),
                path("bench.classes"),
                path("bench.duckdb"));
    }

    private static Path path(String property) throws IOException {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IOException(property + " is not set: start this by a command in bench/");
        }
        return Path.of(value);
    }

    Path sql() {
        return root.resolve("bench/sql");
    }

    String java() {
        return aggregate.get(0);
    }

    /** The JVM's own arguments of {@code ./run-matrix aggregate}. */
    List<String> jvmArguments() {
        return aggregate.subList(1, classPathAt());
    }

    String jar() {
        return aggregate.get(classPathAt() + 1);
    }

    /** Where in the command the class path begins. */
    int classPathAt() {
        return aggregate.indexOf("-cp");
    }
}
