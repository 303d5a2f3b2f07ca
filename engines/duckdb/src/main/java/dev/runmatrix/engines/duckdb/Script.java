// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements that are kept as a file beside this class.
 *
 * @param text the statements, a semicolon at the end of a line between two of them
 */
record Script(String text) {

    static Script of(String name) {
        String file = name + ".sql";
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The same with something put where {@code ${name}} stands. */
    Script with(String name, String value) {
        return new Script(text.replace("${" + name + "}", value));
    }

    List<String> statements() {
        return Stream.of(text.split(";\n")).toList();
    }
}
