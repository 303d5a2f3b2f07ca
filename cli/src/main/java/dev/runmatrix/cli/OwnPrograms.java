// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.harness.MatrixRun;
import dev.runmatrix.reports.Reports;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jars of this program itself, without its libraries. */
final class OwnPrograms {

    private OwnPrograms() {}

    /** In the order of the pipeline. */
    static List<Path> paths() {
        return Stream.of(DatasetStore.class, Aggregator.class, MatrixRun.class, Reports.class, Main.class)
                .map(OwnPrograms::path)
                .toList();
    }

    /** As the build names it. */
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static Path path(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a jar has a location", e);
        }
    }
}
