// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** A bar of block characters, for tables that cannot hold a drawing. */
public final class TextBar {
    private static final String EIGHTHS = "\u258f\u258e\u258d\u258c\u258b\u258a\u2589";
    private static final int PARTS = 8;

    private TextBar() {}

    /**
     * A bar from 0, in steps of an eighth of a character.
     *
     * @param value 0 or more; above {@code full} the bar is full
     * @param full what a bar of full length stands for, above 0
     * @param length characters of a full bar, 1 or more
     * @return the bar without padding; empty for 0, at least the thinnest bar otherwise
     */
    public static String of(double value, double full, int length) {
        Amounts.checked("value", value);
        Amounts.checkedPositive("full", full);
        long eighths = Math.round(Math.min(1, value / full) * length * PARTS);
        return value == 0 ? "" : blocks((int) Math.max(1, eighths));
    }

    private static String blocks(int eighths) {
        int rest = eighths % PARTS;
        return "\u2588".repeat(eighths / PARTS) + (rest == 0 ? "" : EIGHTHS.substring(rest - 1, rest));
    }
}
