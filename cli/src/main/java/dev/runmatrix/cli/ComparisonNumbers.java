// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.MetricComparison;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
        return ratio(metric.ratio());
    }

    static String ratio(double ratio) {
        return number(ratio, 3);
    }

    static String interval(MetricComparison metric) {
        return interval(metric.interval());
    }

    static String interval(Optional<Interval> interval) {
        return interval.map(i -> ratio(i.low()) + "–" + ratio(i.high())).orElse(NONE);
    }

    static String shows(MetricComparison metric) {
        return shows(metric.smallestChange());
    }

    static String shows(OptionalDouble smallestChange) {
        return smallestChange.isPresent() ? percent(smallestChange.getAsDouble()) : NONE;
    }

    static String needs(MetricComparison metric) {
        return needs(metric.forksNeeded());
    }

    static String needs(OptionalInt forks) {
        return forks.isPresent() ? String.valueOf(forks.getAsInt()) : NONE;
    }

    static String percent(double share) {
        return number(100 * share, share < 0.0995 && Math.abs(100 * share - Math.rint(100 * share)) > 0.05 ? 1 : 0)
                + " %";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
