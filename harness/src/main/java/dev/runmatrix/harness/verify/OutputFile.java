// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the rows of an output, whichever of the two formats it has. */
final class OutputFile {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private OutputFile() {}

    /**
     * Shows every row, in the order of the file.
     *
     * @throws UnreadableOutputException if the file is damaged
     */
    static void read(Path file, RowSink sink) throws IOException, UnreadableOutputException {
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
