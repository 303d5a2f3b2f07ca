// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/**
 * A limit drawn across a chart.
 *
 * @param value above 0, in the unit of its axis
 * @param text its label, {@code budget 4 GB}
 */
public record BudgetLine(double value, String text) {
    /** A budget this many times above the data would flatten it; then the line stays outside. */
    private static final double FAR = 3;

    public BudgetLine {
        Amounts.checkedPositive("budget", value);
    }

    boolean isFarAbove(double largest) {
        return largest > 0 && value > FAR * largest;
    }
}
