// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;

/** Words and numbers of comparisons: ratios near 1 want three decimals. */
public final class MetricWords {

    private static final double FAR = 10;

    private MetricWords() {}

    public static String of(Metric metric) {
        return switch (metric) {
            case WALL -> "wall";
            case CPU -> "CPU";
            case PEAK_RSS -> "RSS";
        };
    }

    public static String ratio(double ratio) {
        return Units.TIMES + number(ratio);
    }

    public static String interval(Interval interval) {
        return Units.brackets(Units.range(number(interval.low()), number(interval.high())));
    }

    private static String number(double ratio) {
        return ratio < FAR ? Units.fixed(ratio, 3) : Units.speedUp(ratio);
    }
}
