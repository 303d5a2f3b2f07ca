// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What an executor needs of this project, besides Spark itself. */
final class OwnJars {

    private static final String ENGINE = "engine.jar";

    private OwnJars() {}

    /** Those jars that an entry of the class path leads to. */
    static Stream<Path> of(String entry) {
        Path path = Path.of(entry).toAbsolutePath();
        if (isOwn(path.getFileName().toString())) {
            Path parent = path.getParent();
            return Stream.concat(Stream.of(path), parent == null ? Stream.of() : siblings(parent.resolve("lib")));
        }
        return Stream.of();
    }

    private static boolean isOwn(String name) {
        return name.equals(ENGINE) || (name.startsWith("run-matrix-") && name.endsWith(".jar"));
    }

    /** What the manifest of the engine names lies in a folder beside it. */
    private static Stream<Path> siblings(Path lib) {
        File[] jars = lib.toFile().listFiles((folder, name) -> isOwn(name));
        return jars == null ? Stream.of() : Stream.of(jars).map(File::toPath).filter(Files::isRegularFile);
    }
}
