// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.labels;

import java.util.Optional;

/** Reads the text of a label column: a JSON object, or the {@code key:value|key:value} text of metrics operators. */
final class LabelText {

    private static final String BLANKS = " \t\r\n";
    private static final String KEY_PREFIX = "label_";

    private LabelText() {}

    /** Takes the members of a label set in order; a later member replaces an earlier one of the same key. */
    @FunctionalInterface
    interface MemberSink {

        void accept(String key, Optional<String> value);
    }

    /** Reads a text. If it returns false the text is not a label set, and what the sink took is to be forgotten. */
    static boolean read(String untrimmed, MemberSink sink) {
        String text = strip(untrimmed);
        if (text.isEmpty() || text.equals("null")) {
            return true;
        }
        char first = text.charAt(0);
        if (first == '{') {
            return new StrictJsonObject(text, sink).read();
        }
        if (first == '[' || first == '"' || text.indexOf(':') < 0) {
            return false;
        }
        readPieces(text, sink);
        return true;
    }

    private static void readPieces(String text, MemberSink sink) {
        int from = 0;
        while (from <= text.length()) {
            int bar = text.indexOf('|', from);
            int end = bar < 0 ? text.length() : bar;
            readPiece(text.substring(from, end), sink);
            from = end + 1;
        }
    }

    private static void readPiece(String piece, MemberSink sink) {
        int colon = piece.indexOf(':');
        if (colon >= 0) {
            String key = strip(piece.substring(0, colon).replace(KEY_PREFIX, ""));
            sink.accept(key, Optional.of(strip(piece.substring(colon + 1))));
        }
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && BLANKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BLANKS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
