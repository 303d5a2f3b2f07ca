// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import java.util.function.IntPredicate;

/**
 * Text as a reader sees it. Stored runs, file names and logs may hold characters that are obeyed instead of shown: they move
 * a cursor, turn the direction of the text, take no room, or belong to no text at all.
 */
public final class Legible {

    /** Stands for a character that cannot be shown. */
    public static final char REPLACEMENT = '\ufffd';

    private Legible() {}

    /** On one line: a space for each line break and tab, a replacement for what is obeyed. */
    public static String line(String text) {
        return text.codePoints().allMatch(point -> point >= ' ' && !isObeyed(point))
                ? text
                : text.codePoints()
                        .map(point -> isBreak(point) ? ' ' : isObeyed(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The same of many lines, whose breaks and tabs stay. */
    public static String page(String text) {
        IntPredicate layout = point -> point == '\n' || point == '\t' || point == '\r';
        if (text.codePoints().allMatch(point -> layout.test(point) || !isObeyed(point))) {
            return text;
        }
        return text.codePoints()
                .map(point -> layout.test(point) ? point : isBreak(point) ? ' ' : isObeyed(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a character ends a line, or moves within one. */
    public static boolean isBreak(int point) {
        return (point >= '\t' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    /** Whether a character is obeyed instead of shown; line breaks and tabs are. */
    public static boolean isObeyed(int point) {
        return Character.isISOControl(point)
                || isDirection(point)
                || isWithoutWidth(point)
                || (point >= 0xd800 && point <= 0xdfff)
                || (point & 0xfffe) == 0xfffe;
    }

    /** What turns the direction of the text after it, and the line separators among them. */
    private static boolean isDirection(int point) {
        return point == 0x61c || (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x206f);
    }

    private static boolean isWithoutWidth(int point) {
        return point == 0xad
                || point == 0x180e
                || (point >= 0x200b && point <= 0x200f)
                || (point >= 0x2060 && point <= 0x2065)
                || point == 0xfeff
                || (point >= 0xfff9 && point <= 0xfffb)
                || (point >= 0xe0000 && point <= 0xe0fff);
    }
}
