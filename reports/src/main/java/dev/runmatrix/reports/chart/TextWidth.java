// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;

/**
 * How wide a text will be, from average widths of the usual sans-serif fonts. It errs on the wide side: the reader's font is
 * not known, and a gap looks better than a collision.
 */
final class TextWidth {
    private static final String THIN = "ijl|!.,:;'`\u00b7\u2019";
    private static final String SLIM = "frtIJ()[]{}-/\\\" \u00a0\u202f\u2011*";
    private static final String BROAD = "mwMW%@\u2014\u2026OQGD\u25b8";
    private static final String MATH = "+<>=~#^\u00b1\u00d7\u00f7\u2212\u2248\u2264\u2265";
    private static final int LONGEST_TRIED = 400;
    private static final int FIRST_EAST_ASIAN = 0x1100;

    private TextWidth() {}

    static double of(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextWidth::share).sum() * fontSize;
    }

    static double ofBold(String text, double fontSize) {
        return 1.08 * of(text, fontSize);
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    static String clipped(String text, double fontSize, double room) {
        if (of(text, fontSize) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int kept = Math.min(points.length, LONGEST_TRIED);
        String shorter = "\u2026";
        while (kept > 0) {
            kept--;
            shorter = new String(points, 0, kept).stripTrailing() + "\u2026";
            if (of(shorter, fontSize) <= room) {
                return shorter;
            }
        }
        return shorter;
    }

    /** The text in one line, or in two broken between words and clipped; nothing for an empty text. */
    static List<String> wrapped(String text, double fontSize, double room) {
        String bounded = clipped(text, fontSize, 2 * room);
        int gap = bounded.lastIndexOf(' ');
        while (gap > 0 && of(bounded.substring(0, gap), fontSize) > room) {
            gap = bounded.lastIndexOf(' ', gap - 1);
        }
        if (bounded.isEmpty()) {
            return List.of();
        }
        if (of(bounded, fontSize) <= room || gap <= 0) {
            return List.of(clipped(bounded, fontSize, room));
        }
        return List.of(bounded.substring(0, gap), clipped(bounded.substring(gap + 1), fontSize, room));
    }

    private static double share(int point) {
        if (point >= FIRST_EAST_ASIAN && !isPunctuation(point)) {
            return 1.05;
        }
        if (THIN.indexOf(point) >= 0) {
            return 0.31;
        }
        if (SLIM.indexOf(point) >= 0) {
            return 0.39;
        }
        if (BROAD.indexOf(point) >= 0) {
            return 0.92;
        }
        if (MATH.indexOf(point) >= 0) {
            return 0.84;
        }
        if (Character.isDigit(point)) {
            return 0.64;
        }
        return Character.isUpperCase(point) ? 0.7 : 0.6;
    }

    private static boolean isPunctuation(int point) {
        return point >= 0x2000 && point <= 0x22ff;
    }
}
