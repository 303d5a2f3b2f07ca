// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Matrix files of tests: a sound beginning of seven lines, and what a test adds to it. */
final class MatrixFixture {

    static final List<String> SHIPPED = List.of("-Xmx4g", "-XX:+UseParallelGC");

    static final Set<String> DATASETS =
            new LinkedHashSet<>(List.of("tiny", "100k", "production-small", "production-medium"));

    /** Seven lines; what follows begins in line 8. */
    static final String SOUND = """
            schema: run-matrix/v1
            title: A title
            question: A question?
            axes:
              dataset: [tiny]
              mode: [streaming, in-memory]
              max_workers: [1, 2]
            """;

    /** Three lines, to which axes or include are added from line 4. */
    static final String HEAD = SOUND.substring(0, SOUND.indexOf("axes:"));

    private MatrixFixture() {}

    static MatrixSpecReader reader() {
        return new MatrixSpecReader(DATASETS, SHIPPED, Engines.NONE, Limits.DEFAULT);
    }

    static MatrixFile read(Path directory, String yaml, String... profile) throws IOException, ConfigException {
        Path file = Files.writeString(directory.resolve("m.yaml"), yaml);
        return reader().read(
                        file, Optional.of(profile).filter(p -> p.length > 0).map(p -> p[0]));
    }

    static Plan plan(Path directory, String yaml) throws IOException, ConfigException {
        return plan(directory, yaml, Filters.NONE);
    }

    static Plan plan(Path directory, String yaml, Filters filters) throws IOException, ConfigException {
        return new MatrixExpansion(Limits.DEFAULT).plan(read(directory, yaml), filters);
    }

    /** {@code C01 tiny streaming false 4 (50000)}: an axis without effect in parentheses. */
    static List<String> lines(Plan plan) {
        return plan.cells().stream()
                .map(c -> c.cell().axes().entrySet().stream()
                        .map(e -> c.ignored().contains(e.getKey()) ? "(" + e.getValue() + ")" : e.getValue())
                        .reduce(c.name() + (c.reference() ? "*" : ""), (a, b) -> a + " " + b))
                .toList();
    }
}
