// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A course over time in eight heights of block characters. */
public final class Sparkline {
    private static final String HEIGHTS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private Sparkline() {}

    /**
     * One character a value, the lowest for 0; more values than characters are averaged, evenly cut.
     *
     * @param values each 0 or more, at equal distances in time
     * @param full what the highest character stands for, above 0; values above it are cut
     * @param length characters at most, 1 or more
     * @return the line; empty without values
     */
    public static String of(List<Double> values, double full, int length) {
        Amounts.checkedPositive("full", full);
        int columns = Math.min(length, values.size());
        return IntStream.range(0, columns)
                .mapToObj(column -> height(mean(values, column, columns) / full))
                .collect(Collectors.joining());
    }

    private static double mean(List<Double> values, int column, int columns) {
        int from = (int) ((long) column * values.size() / columns);
        int to = (int) ((column + 1L) * values.size() / columns);
        return values.subList(from, to).stream()
                .mapToDouble(value -> Amounts.checked("value", value))
                .average()
                .orElse(0);
    }

    private static String height(double share) {
        int index = (int) Math.min(HEIGHTS.length() - 1L, Math.round(share * (HEIGHTS.length() - 1)));
        return HEIGHTS.substring(index, index + 1);
    }
}
