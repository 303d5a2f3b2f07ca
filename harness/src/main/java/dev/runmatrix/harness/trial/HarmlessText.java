// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What other programs write, made fit for terminals: nothing in it moves a cursor, sets a title or turns a line. */
public final class HarmlessText {

    /** All but tab and line feed, and those that turn the direction of the text. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\n]]");

    private static final Pattern RETURN = Pattern.compile("\\r+\\n?");
    private static final char FIRST_PICTURE = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char DELETE = '\u007f';
    private static final char UNKNOWN = '\ufffd';

    private HarmlessText() {}

    /** The text with a picture in the place of each control character, and each return as the end of a line. */
    public static String of(String text) {
        return CONTROL.matcher(RETURN.matcher(text).replaceAll("\n")).replaceAll(HarmlessText::picture);
    }

    private static String picture(MatchResult control) {
        char c = control.group().charAt(0);
        if (c == DELETE) {
            return String.valueOf(PICTURE_OF_DELETE);
        }
        return String.valueOf(c < ' ' ? (char) (FIRST_PICTURE + c) : UNKNOWN);
    }
}
