// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the rows of an output, whichever of the two formats it has. An output is a file, or a folder with parts: all
 * files below it that end with {@code .parquet} or {@code .csv}, but for those in whose path a name begins with a dot or
 * an underscore, which writers of parts keep for themselves.
 */
final class OutputFile {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private OutputFile() {}

    /**
     * Shows every row, in the order of the files.
     *
     * @throws UnreadableOutputException if a file is damaged, or has other columns than those before it
     */
    static void read(Path output, RowSink sink) throws IOException, UnreadableOutputException {
        Set<List<String>> columns = new HashSet<>();
        for (Path part : parts(output)) {
            if (!part.equals(output) && Files.size(part) == 0) {
                // A part without rows may lack its header.
                continue;
            }
            readFile(part, row -> {
                columns.add(row.columns());
                sink.accept(row);
            });
            if (columns.size() > 1) {
                throw new UnreadableOutputException(part.getFileName() + ": other columns than the parts before it");
            }
        }
    }

    /** The files of an output, in a fixed order; itself where it is no folder. */
    static List<Path> parts(Path output) throws UnreadableOutputException {
        List<Path> parts = Files.isDirectory(output) ? partsBelow(output) : List.of(file(output));
        if (parts.isEmpty()) {
            throw new UnreadableOutputException("the output is a folder without a .parquet or .csv file");
        }
        for (Path part : parts) {
            if (!Files.isReadable(part)) {
                throw new UnreadableOutputException(part.getFileName() + ": may not be read");
            }
        }
        return parts;
    }

    /** Reading from a pipe or a device may never end. */
    private static Path file(Path output) throws UnreadableOutputException {
        if (!Files.isRegularFile(output)) {
            throw new UnreadableOutputException("the output is neither a file nor a folder");
        }
        return output;
    }

    private static List<Path> partsBelow(Path folder) throws UnreadableOutputException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isPart(folder, file)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableOutputException("the output is a folder that cannot be read: " + e.getMessage());
        }
    }

    private static boolean isPart(Path output, Path file) {
        for (Path name : output.relativize(file)) {
            if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".parquet") || name.endsWith(".csv"));
    }

    private static void readFile(Path file, RowSink sink) throws IOException, UnreadableOutputException {
        if (beginsAsParquet(file)) {
            ParquetOutput.read(file, sink);
        } else {
            CsvOutput.read(file, sink);
        }
    }

    private static boolean beginsAsParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        }
    }

    /** Sees the rows of a file. */
    @FunctionalInterface
    interface RowSink {

        void accept(Row row) throws IOException;
    }
}
