// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.io.InputStream;
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
    static List<Path> parts(Path output) throws IOException, UnreadableOutputException {
        if (!Files.isDirectory(output)) {
            return List.of(output);
        }
        List<Path> parts;
        try (Stream<Path> files = Files.walk(output)) {
            parts = files.filter(file -> isPart(output, file)).sorted().toList();
        }
        if (parts.isEmpty()) {
            throw new UnreadableOutputException("the output is a folder without a .parquet or .csv file");
        }
        return parts;
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
