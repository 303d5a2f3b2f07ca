// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output that remembers what went wrong, as the print streams around it forget it. A reader that has had enough,
 * as {@code head} has, is no failure.
 */
final class StandardOutput extends OutputStream {

    /** What Linux and macOS say of a pipe that nobody reads any more. */
    private static final String NO_READER = "Broken pipe";

    private final OutputStream out;
    private Optional<String> failure = Optional.empty();

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** What kept text from being written; absent where nothing did. */
    Optional<String> failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (failure.isEmpty() && !why.contains(NO_READER)) {
                failure = Optional.of(why);
            }
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
