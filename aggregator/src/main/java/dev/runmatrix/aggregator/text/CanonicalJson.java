// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

/** The one spelling of a JSON string. */
public final class CanonicalJson {

    private static final char REPLACEMENT = '\uFFFD';

    private CanonicalJson() {}

    /** Appends the text in quotes: short escapes where JSON has them, lower-case hex for other controls, the rest raw. */
    public static void appendString(StringBuilder out, CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendCharacter(out, text.charAt(i));
        }
        out.append('"');
    }

    private static void appendCharacter(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> appendOther(out, c);
        }
    }

    private static void appendOther(StringBuilder out, char c) {
        if (c < 0x20) {
            out.append("\\u00").append(hexDigit(c >> 4)).append(hexDigit(c & 0xF));
        } else {
            out.append(c);
        }
    }

    private static char hexDigit(int value) {
        return Character.forDigit(value, 16);
    }

    /** The text with every unpaired surrogate replaced by U+FFFD. */
    public static String withoutLoneSurrogates(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                repaired.append(c).append(text.charAt(++i));
            } else {
                repaired.append(Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return repaired.toString();
    }
}
