// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.Aggregator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JVM arguments that a command of {@code ./run-matrix} is started with. */
final class ShippedFlags {

    private static final String FILE = "jvm.flags";

    private ShippedFlags() {}

    /** Those of {@code aggregate}, in order. */
    static List<String> ofAggregate() {
        return of(Aggregator.class);
    }

    /** Those of the command that a module is for, in order; the module is named by a class of its root package. */
    static List<String> of(Class<?> module) {
        try (InputStream in = Objects.requireNonNull(module.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
