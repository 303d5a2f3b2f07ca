// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 8259, production by production. Only an object counts as a document here. */
final class StrictJson {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** The object that {@code text} is, or nothing when it is not exactly one valid object. */
    static Optional<JsonValue.Members> object(String text) {
        StrictJson parser = new StrictJson(text);
        try {
            parser.skipSpace();
            JsonValue.Members members = parser.members();
            parser.skipSpace();
            return parser.at == text.length() ? Optional.of(members) : Optional.empty();
        } catch (NotJson violation) {
            return Optional.empty();
        }
    }

    private JsonValue value() {
        return switch (next()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new JsonValue.Text(string());
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private JsonValue.Members members() {
        List<JsonValue.Member> members = new ArrayList<>();
        expect('{');
        skipSpace();
        if (!took('}')) {
            do {
                members.add(member());
            } while (took(','));
            expect('}');
        }
        return new JsonValue.Members(members);
    }

    private JsonValue.Member member() {
        skipSpace();
        String key = string();
        skipSpace();
        expect(':');
        return new JsonValue.Member(key, spacedValue());
    }

    private JsonValue.Items items() {
        List<JsonValue> items = new ArrayList<>();
        expect('[');
        skipSpace();
        if (!took(']')) {
            do {
                items.add(spacedValue());
            } while (took(','));
            expect(']');
        }
        return new JsonValue.Items(items);
    }

    private JsonValue spacedValue() {
        skipSpace();
        JsonValue value = value();
        skipSpace();
        return value;
    }

    private JsonValue.Literal word(String word) {
        word.chars().forEach(each -> expect((char) each));
        return new JsonValue.Literal(word);
    }

    private JsonValue.Literal number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new NotJson();
        }
        at = matcher.end();
        return new JsonValue.Literal(matcher.group());
    }

    private String string() {
        StringBuilder characters = new StringBuilder();
        expect('"');
        while (!took('"')) {
            char each = take();
            if (each < ' ') {
                throw new NotJson();
            }
            characters.append(each == '\\' ? escape() : each);
        }
        return withoutLoneSurrogates(characters.toString());
    }

    private char escape() {
        return switch (take()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw new NotJson();
        };
    }

    private char codeUnit() {
        Matcher matcher = HEX.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new NotJson();
        }
        at = matcher.end();
        return (char) Integer.parseInt(matcher.group(), 16);
    }

    private static String withoutLoneSurrogates(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE ? 0xFFFD : each)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at == text.length()) {
            throw new NotJson();
        }
        return text.charAt(at);
    }

    private char take() {
        char taken = next();
        at++;
        return taken;
    }

    private boolean took(char wanted) {
        boolean there = next() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char wanted) {
        if (take() != wanted) {
            throw new NotJson();
        }
    }

    private static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
