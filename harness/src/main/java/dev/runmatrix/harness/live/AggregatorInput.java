// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The input files that this program's own aggregator was told to read. */
final class AggregatorInput {

    private static final int MOST_FILES = 200_000;

    private AggregatorInput() {}

    /**
     * Size of all of them; absent where any cannot be found.
     *
     * @param directory that the process works in
     */
    static Optional<Long> bytes(List<String> command, Path directory) {
        long bytes = 0;
        try {
            List<Path> inputs = inputs(command, directory);
            for (Path input : inputs) {
                bytes += bytes(input);
            }
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // They may lie where this user cannot look.
            return Optional.empty();
        }
        return bytes > 0 ? Optional.of(bytes) : Optional.empty();
    }

    private static List<Path> inputs(List<String> command, Path directory) {
        List<Path> inputs = new ArrayList<>();
        boolean inside = false;
        for (String argument : command) {
            if (argument.startsWith("--input=")) {
                inputs.add(directory.resolve(argument.substring("--input=".length())));
                inside = true;
            } else if (argument.startsWith("-")) {
                inside = argument.equals("--input");
            } else if (inside) {
                inputs.add(directory.resolve(argument));
            }
        }
        return inputs;
    }

    private static long bytes(Path input) throws IOException {
        try (Stream<Path> files = Files.walk(input, 32)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .limit(MOST_FILES)
                    .mapToLong(AggregatorInput::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
