// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a table, as it is written: nothing is folded to lower case.
 *
 * @param schema its schema; empty for the first one of the search path that has the table
 * @param name the name within the schema
 */
public record TableName(Optional<String> schema, String name) {

    /** Longer names the server cuts without an error, and so finds another table. */
    private static final int MOST_BYTES = 63;

    public TableName {
        schema.ifPresent(TableName::requireUsable);
        requireUsable(name);
    }

    /** Reads {@code name} or {@code schema.name}. */
    static TableName parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() > 2) {
            throw new IllegalArgumentException("table: '" + text + "' has more than one dot; use name or schema.name");
        }
        Optional<String> schema = parts.size() == 2 ? Optional.of(parts.get(0)) : Optional.empty();
        return new TableName(schema, parts.get(parts.size() - 1));
    }

    private static void requireUsable(String part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("table: a name is empty; use name or schema.name");
        }
        if (part.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("table: a name holds the character 0");
        }
        if (part.getBytes(UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "table: '" + part + "' is longer than the " + MOST_BYTES + " bytes that PostgreSQL allows");
        }
    }

    /** The name as SQL writes it. */
    String quoted() {
        return parts().map(TableName::quote).collect(Collectors.joining("."));
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private Stream<String> parts() {
        return Stream.concat(schema.stream(), Stream.of(name));
    }

    @Override
    public String toString() {
        return parts().collect(Collectors.joining("."));
    }
}
