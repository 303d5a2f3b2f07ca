// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Labels and nested values written in the one form in which they are compared and shown. */
final class CanonicalText {
    private CanonicalText() {}

    /** {@code {"k":"v",…}} in the map's order, an absent value as {@code null}. */
    static String of(SortedMap<String, Optional<String>> labels) {
        return labels.entrySet().stream()
                .map(label -> quoted(label.getKey())
                        + ":"
                        + label.getValue().map(CanonicalText::quoted).orElse("null"))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A parsed value without whitespace, members in the order written. */
    static String of(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return quoted(text.value());
        }
        if (value instanceof JsonValue.Literal literal) {
            return literal.written();
        }
        if (value instanceof JsonValue.Items items) {
            return items.items().stream().map(CanonicalText::of).collect(Collectors.joining(",", "[", "]"));
        }
        return ((JsonValue.Members) value)
                .members().stream()
                        .map(member -> quoted(member.key()) + ":" + of(member.value()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return text.codePoints().mapToObj(CanonicalText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> codePoint < 0x20 ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
        };
    }
}
