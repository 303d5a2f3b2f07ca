// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How many columns of a terminal a text takes: marks above a letter take none, signs of East Asia two. */
final class DisplayWidth {

    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3041, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff01, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1f64f},
        {0x1f680, 0x1f6ff},
        {0x1f900, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** How many characters of a text fit into so many columns. */
    static int fitting(String text, int columns) {
        int left = columns;
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            left -= of(point);
            if (left < 0) {
                return index;
            }
            index += Character.charCount(point);
        }
        return index;
    }

    /** A text that is shortened to so many columns, with a mark where it is. */
    static String cut(String text, int columns) {
        return of(text) <= columns ? text : text.substring(0, fitting(text, columns - 1)) + "…";
    }
}
