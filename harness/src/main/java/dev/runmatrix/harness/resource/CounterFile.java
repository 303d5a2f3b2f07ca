// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file in which the kernel writes its counters anew for each reader. Kept open, it costs a third of opening it each
 * time, and one of a process never turns into that of another process with the same number. For one thread.
 */
final class CounterFile implements AutoCloseable {

    /** More than any of these files has at its beginning, where what is looked for stands. */
    private static final int MOST_BYTES = 4096;

    private final RandomAccessFile file;
    private final byte[] bytes = new byte[MOST_BYTES];

    private CounterFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Opens a file; empty where it is not there or not for us to read. */
    static Optional<CounterFile> open(Path file) {
        try {
            return Optional.of(new CounterFile(new RandomAccessFile(file.toFile(), "r")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The beginning of what stands in it now; empty once its process has gone. */
    Optional<String> read() {
        try {
            file.seek(0);
            int length = file.read(bytes);
            return length > 0
                    ? Optional.of(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException e) {
            // The kernel's way to say that the process has gone.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read: nothing is lost.
            return;
        }
    }
}
