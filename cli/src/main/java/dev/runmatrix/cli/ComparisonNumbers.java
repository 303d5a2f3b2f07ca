// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.MetricComparison;
import java.util.Locale;

/** What one metric of one cell came to in two runs, in short words and rounded numbers. */
final class ComparisonNumbers {

    /** What stands for a number that is not there. */
    private static final String NONE = "–";

    private static final double GIGABYTE = 1e9;

    private ComparisonNumbers() {}

    static String word(Metric metric) {
        return switch (metric) {
            case WALL -> "wall";
            case CPU -> "CPU";
            case PEAK_RSS -> "RSS";
        };
    }

    static String word(MetricComparison metric) {
        return switch (metric.finding()) {
            case SUSPECT -> "SUSPECT";
            case FASTER -> metric.metric() == Metric.PEAK_RSS ? "LESS?" : "FASTER?";
            case WITHIN -> "within ±" + percent(metric.metric().tolerance());
            case CANNOT_TELL -> "cannot tell";
            case NOISE -> "noise";
            case TOO_FEW_FORKS -> "few forks";
        };
    }

    static String amount(Metric metric, double value) {
        if (metric == Metric.PEAK_RSS) {
            return value < GIGABYTE ? Amounts.bytes(Math.round(value)) : number(value / GIGABYTE, 2) + " GB";
        }
        return number(value, value < 0.9995 ? 3 : value < 9.995 ? 2 : 1) + " s";
    }

    static String ratio(MetricComparison metric) {
        return number(metric.ratio(), 3);
    }

    static String interval(MetricComparison metric) {
        return metric.interval()
                .map(i -> number(i.low(), 3) + "–" + number(i.high(), 3))
                .orElse(NONE);
    }

    static String shows(MetricComparison metric) {
        return metric.smallestChange().isPresent()
                ? percent(metric.smallestChange().getAsDouble())
                : NONE;
    }

    static String needs(MetricComparison metric) {
        return metric.forksNeeded().isPresent()
                ? String.valueOf(metric.forksNeeded().getAsInt())
                : NONE;
    }

    static String percent(double share) {
        return number(100 * share, share < 0.0995 && Math.abs(100 * share - Math.rint(100 * share)) > 0.05 ? 1 : 0)
                + " %";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
