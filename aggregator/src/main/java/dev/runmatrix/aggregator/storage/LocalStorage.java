// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The file systems of this machine. */
public final class LocalStorage implements Storage {

    @Override
    public Optional<Listing> list(Location location, Predicate<String> names) throws IOException {
        Path path = path(location);
        if (Files.isDirectory(path)) {
            return Optional.of(new Listing(true, below(path, names)));
        }
        return Files.exists(path) ? Optional.of(new Listing(false, List.of(new LocalFile(path)))) : Optional.empty();
    }

    private static List<StoredFile> below(Path directory, Predicate<String> names) throws IOException {
        try (Stream<Path> paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(path -> names.test(fileName(path)) && Files.isRegularFile(path))
                    .<StoredFile>map(LocalFile::new)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    @Override
    public Optional<byte[]> read(Location file) throws IOException {
        Path path = path(file);
        return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    private static Path path(Location location) {
        return ((LocalPath) location).path();
    }
}
