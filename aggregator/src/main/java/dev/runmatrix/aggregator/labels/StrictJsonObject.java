// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.labels;

import dev.runmatrix.aggregator.text.CanonicalJson;
import java.util.BitSet;
import java.util.Optional;

/**
 * Reads one JSON object as RFC 8259 has it, nothing more lenient. Strings become themselves, other scalars their literal
 * text, objects and arrays their compact text. Nesting is kept in a bit set, so that no depth can exhaust the stack.
 */
final class StrictJsonObject {

    private final String text;
    private final LabelText.MemberSink sink;
    private int at;

    StrictJsonObject(String text, LabelText.MemberSink sink) {
        this.text = text;
        this.sink = sink;
    }

    /** Whether the whole text is one object. */
    boolean read() {
        try {
            readMembers();
            skipBlanks();
            return at == text.length();
        } catch (NotJson e) {
            return false;
        }
    }

    private void readMembers() throws NotJson {
        expect('{');
        skipBlanks();
        if (peek() == '}') {
            at++;
            return;
        }
        do {
            skipBlanks();
            String key = string();
            skipBlanks();
            expect(':');
            skipBlanks();
            sink.accept(key, value());
            skipBlanks();
        } while (skipIf(','));
        expect('}');
    }

    private Optional<String> value() throws NotJson {
        if (peek() == '"') {
            return Optional.of(string());
        }
        if (text.startsWith("null", at)) {
            at += "null".length();
            return Optional.empty();
        }
        StringBuilder compact = new StringBuilder();
        if (peek() == '{' || peek() == '[') {
            appendNested(compact);
        } else {
            appendScalar(compact);
        }
        return Optional.of(compact.toString());
    }

    /** Appends the object or array that begins here. In {@code objects} bit d says that level d is an object. */
    private void appendNested(StringBuilder compact) throws NotJson {
        BitSet objects = new BitSet();
        int depth = 0;
        do {
            if (peek() == '{' || peek() == '[') {
                objects.set(depth, peek() == '{');
                compact.append(text.charAt(at++));
                skipBlanks();
                if (!closes(objects.get(depth))) {
                    depth++;
                    appendKey(objects.get(depth - 1), compact);
                    continue;
                }
                compact.append(text.charAt(at++));
            } else {
                appendScalar(compact);
            }
            depth = closeFinished(objects, depth, compact);
        } while (depth > 0);
    }

    /** After a value: closes every level that ends here, else moves on to the next value of the innermost one. */
    private int closeFinished(BitSet objects, int openLevels, StringBuilder compact) throws NotJson {
        int depth = openLevels;
        while (depth > 0) {
            skipBlanks();
            boolean object = objects.get(depth - 1);
            if (skipIf(',')) {
                compact.append(',');
                skipBlanks();
                appendKey(object, compact);
                return depth;
            }
            if (!closes(object)) {
                throw new NotJson();
            }
            compact.append(text.charAt(at++));
            depth--;
        }
        return depth;
    }

    private boolean closes(boolean object) {
        return peek() == (object ? '}' : ']');
    }

    private void appendKey(boolean object, StringBuilder compact) throws NotJson {
        if (object) {
            CanonicalJson.appendString(compact, string());
            skipBlanks();
            expect(':');
            compact.append(':');
            skipBlanks();
        }
    }

    private void appendScalar(StringBuilder compact) throws NotJson {
        if (peek() == '"') {
            CanonicalJson.appendString(compact, string());
            return;
        }
        for (String word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at)) {
                compact.append(word);
                at += word.length();
                return;
            }
        }
        int from = at;
        skipNumber();
        compact.append(text, from, at);
    }

    private void skipNumber() throws NotJson {
        skipIf('-');
        if (!skipIf('0')) {
            skipDigits();
        }
        if (skipIf('.')) {
            skipDigits();
        }
        if (skipIf('e') || skipIf('E')) {
            if (!skipIf('+')) {
                skipIf('-');
            }
            skipDigits();
        }
    }

    private void skipDigits() throws NotJson {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == from) {
            throw new NotJson();
        }
    }

    private String string() throws NotJson {
        expect('"');
        int from = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (peek() == '"') {
            return text.substring(from, at++);
        }
        StringBuilder unescaped = new StringBuilder(text.substring(from, at));
        while (peek() != '"') {
            appendUnescaped(unescaped);
        }
        at++;
        return CanonicalJson.withoutLoneSurrogates(unescaped.toString());
    }

    private static boolean isPlain(char c) {
        return c != '"' && c != '\\' && c >= ' ';
    }

    private void appendUnescaped(StringBuilder out) throws NotJson {
        char c = next();
        if (c == '\\') {
            out.append(escaped(next()));
        } else if (c < ' ') {
            throw new NotJson();
        } else {
            out.append(c);
        }
    }

    private char escaped(char letter) throws NotJson {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
            default -> throw new NotJson();
        };
    }

    private int hexDigit() throws NotJson {
        char c = next();
        int value = c < 0x80 ? Character.digit(c, 16) : -1;
        if (value < 0) {
            throw new NotJson();
        }
        return value;
    }

    private void expect(char wanted) throws NotJson {
        if (!skipIf(wanted)) {
            throw new NotJson();
        }
    }

    private boolean skipIf(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() throws NotJson {
        if (at >= text.length()) {
            throw new NotJson();
        }
        return text.charAt(at++);
    }

    /** The next character; NUL, which is nowhere allowed outside of a string's escapes, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** The text is not what it should be; its writer is not our user, so it needs no words. */
    private static final class NotJson extends Exception {

        NotJson() {
            super("not JSON", null, false, false);
        }
    }
}
