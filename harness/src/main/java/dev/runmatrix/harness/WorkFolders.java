// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder for the files between a harness and its forks. A fork of a killed harness may live on for a moment and write
 * into the folder that it was given; so a sitting never takes the name of a folder that it finds.
 */
final class WorkFolders implements AutoCloseable {

    private static final String NAME = "work";

    private final Path run;

    WorkFolders(Path run) {
        this.run = run.toAbsolutePath();
    }

    /** Makes a folder of its own, and removes those that were left behind. */
    Path open() throws IOException {
        List<Path> left = present();
        Path own = run.resolve(NAME);
        for (int number = 2; left.contains(own); number++) {
            own = run.resolve(NAME + "-" + number);
        }
        for (Path folder : left) {
            removeAsFarAsPossible(folder);
        }
        return Files.createDirectory(own);
    }

    /** Removes them all. */
    @Override
    public void close() throws IOException {
        for (Path folder : present()) {
            remove(folder);
        }
    }

    private List<Path> present() throws IOException {
        try (Stream<Path> entries = Files.list(run)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(NAME + "(-\\d+)?"))
                    .toList();
        }
    }

    private static void removeAsFarAsPossible(Path folder) {
        try {
            remove(folder);
        } catch (IOException | UncheckedIOException e) {
            // Somebody still writes there; it is removed when the sitting ends.
            return;
        }
    }

    /** Removes a file, or a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
