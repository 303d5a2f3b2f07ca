// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        Path own = unused(left);
        for (Path folder : left) {
            removeAsFarAsPossible(folder);
        }
        return Files.createDirectory(own);
    }

    /**
     * Removes what a program has left, or puts it aside where that is not possible: in its place the next one would be taken
     * to have written it.
     *
     * @return what it was put aside as; absent where it was removed
     */
    Optional<Path> clear(Path leftover) throws IOException {
        try {
            remove(leftover);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Files.move(leftover, unused(present())));
        }
    }

    /** Removes them all, as far as that is possible; the next sitting tries again. */
    @Override
    public void close() throws IOException {
        for (Path folder : present()) {
            removeAsFarAsPossible(folder);
        }
    }

    private Path unused(List<Path> present) {
        Path own = run.resolve(NAME);
        for (int number = 2; present.contains(own); number++) {
            own = run.resolve(NAME + "-" + number);
        }
        return own;
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
        } catch (IOException e) {
            // Somebody still writes there; it is removed when this sitting ends, or the next one.
            return;
        }
    }

    /** Removes a file, or a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            // Its owner may have closed it, even to himself.
            boolean ignored = folder.toFile().setExecutable(true)
                    && folder.toFile().setReadable(true)
                    && folder.toFile().setWritable(true);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    remove(entry);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        Files.deleteIfExists(folder);
    }
}
