// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.nio.file.Path;

/** Reads the rows of an output, whichever of the two formats it has. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Shows every row, in the order of the file.
     *
     * @throws UnreadableOutputException if the file is damaged
     */
    static void read(Path file, RowSink sink) throws IOException, UnreadableOutputException {
        if (file.getFileName().toString().endsWith(".csv")) {
            CsvOutput.read(file, sink);
        } else {
            ParquetOutput.read(file, sink);
        }
    }

    /** Sees the rows of a file. */
    @FunctionalInterface
    interface RowSink {

        void accept(Row row) throws IOException;
    }
}
