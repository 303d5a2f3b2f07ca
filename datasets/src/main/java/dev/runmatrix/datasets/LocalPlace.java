// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine. */
record LocalPlace(Path folder) implements DataPlace {

    private static final int DEEPEST = 32;
    private static final int MOST_FILES = 100_000;

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public List<PlacedFile> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            List<PlacedFile> files = paths.filter(LocalPlace::isParquet)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .<PlacedFile>map(path -> new LocalFile(folder, path))
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new IOException("holds more than " + MOST_FILES + " Parquet files; name a smaller folder");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isParquet(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().endsWith(".parquet") && Files.isRegularFile(path);
    }

    private record LocalFile(Path folder, Path file) implements PlacedFile {

        @Override
        public String path() {
            return folder.relativize(file).toString().replace('\\', '/');
        }

        @Override
        public long sizeBytes() throws IOException {
            return Files.size(file);
        }

        @Override
        public Optional<String> modified() throws IOException {
            return Optional.of(Files.getLastModifiedTime(file).toString());
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                long at = position;
                while (into.hasRemaining()) {
                    int count = channel.read(into, at);
                    if (count < 0) {
                        throw new EOFException("ends early");
                    }
                    at += count;
                }
            }
        }
    }
}
