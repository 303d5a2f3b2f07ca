// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts and names of files as parts of statements. */
final class Sql {

    private Sql() {}

    /** A text as a literal, whatever is in it. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name of a column, whatever is in it. */
    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Files as an argument of {@code read_parquet}, each one standing for itself alone. */
    static String files(Collection<Path> files) {
        return files.stream().map(file -> text(pattern(file))).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The pattern that only this file matches. */
    static String pattern(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
    }

    /** Whether DuckDB can be told of this file alone: in its patterns a backslash cannot stand for itself. */
    static boolean canName(Path file) {
        String name = file.toAbsolutePath().toString();
        return name.indexOf('\\') < 0 || pattern(file).equals(name);
    }
}
