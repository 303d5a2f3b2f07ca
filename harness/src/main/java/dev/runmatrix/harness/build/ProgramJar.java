// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.resource.BuildDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The jar that the measured program is started from, with the libraries beside it.
 *
 * @param jar the jar itself
 * @param libraries what its manifest puts on the class path, relative to its folder, in that order
 */
record ProgramJar(Path jar, List<Path> libraries) {

    /** The class that is started. */
    static final String MAIN_CLASS = "dev.runmatrix.cli.Main";

    /** The name that the build gives it. */
    static final String NAME = "run-matrix.jar";

    private static final List<String> OWN_MODULES = List.of("datasets", "aggregator", "harness", "reports");
    private static final int MOST_LIBRARIES = 1_000;

    ProgramJar {
        libraries = List.copyOf(libraries);
    }

    /**
     * Looks into a jar.
     *
     * @throws UnusableBuildException if the program cannot be started from it; the message begins with the path
     */
    static ProgramJar at(Path jar) throws UnusableBuildException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ProgramJar program = new ProgramJar(jar, libraries(jar, file.getManifest()));
            program.requireWhole();
            if (!has(file) && !program.isInLibraries()) {
                throw new UnusableBuildException(jar + ": holds no " + MAIN_CLASS
                        + ", so it is no build of run-matrix; name its main jar, " + NAME);
            }
            return program;
        } catch (IOException | InvalidPathException e) {
            throw new UnusableBuildException(
                    jar + ": cannot be read as a jar: " + e.getMessage() + "; name a " + NAME + " that was built");
        }
    }

    /** The jars that are the program's own, in the order of the pipeline. */
    List<Path> own() {
        List<Path> own = new ArrayList<>();
        for (String module : OWN_MODULES) {
            libraries.stream()
                    .filter(library ->
                            library.getFileName().toString().matches("run-matrix-" + module + "-\\d.*\\.jar"))
                    .forEach(library -> own.add(absolute(library)));
        }
        own.add(jar);
        return own;
    }

    /** The identity of the program, as a run stores it. */
    String digest() throws IOException {
        return BuildDigest.of(own());
    }

    Path absolute(Path library) {
        return jar.resolveSibling(library);
    }

    private boolean isInLibraries() throws IOException {
        for (Path library : libraries) {
            try (JarFile file = new JarFile(absolute(library).toFile())) {
                if (has(file)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void requireWhole() throws UnusableBuildException {
        Optional<Path> missing = libraries.stream()
                .filter(library -> !Files.isRegularFile(absolute(library)))
                .findFirst();
        if (missing.isPresent()) {
            throw new UnusableBuildException(jar + ": needs " + missing.get()
                    + " beside it, which is not there; copy the folder of its libraries along, or build it anew");
        }
    }

    private static List<Path> libraries(Path jar, Manifest manifest) throws UnusableBuildException {
        String classPath = Optional.ofNullable(manifest)
                .map(Manifest::getMainAttributes)
                .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH))
                .orElse("");
        List<Path> libraries = Stream.of(classPath.strip().split(" +"))
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .map(Path::of)
                .toList();
        for (Path library : libraries) {
            if (library.isAbsolute() || !library.equals(library.normalize()) || library.startsWith("..")) {
                throw new UnusableBuildException(jar + ": its manifest puts " + library
                        + " on the class path, which is not below its folder; name a " + NAME
                        + " as the build makes it");
            }
        }
        if (libraries.size() > MOST_LIBRARIES) {
            throw new UnusableBuildException(jar + ": has " + libraries.size() + " libraries, more than "
                    + MOST_LIBRARIES + "; name a " + NAME + " as the build makes it");
        }
        return libraries;
    }

    private static boolean has(JarFile file) {
        return file.getEntry(MAIN_CLASS.replace('.', '/') + ".class") != null;
    }
}
