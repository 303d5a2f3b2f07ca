// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.statistics.Interval;
import java.util.Locale;

/** Values and intervals of rules in sentences. */
final class GateNumbers {

    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTE = 1e3;
    private static final double TENTH = 0.1;

    private GateNumbers() {}

    /** {@code 5 %}, {@code 2.5 %}, {@code 19.8 %}. */
    static String percent(double share) {
        double percent = 100 * share;
        return number(percent, Math.abs(percent - Math.rint(percent)) < TENTH / 2 ? 0 : 1) + " %";
    }

    /** Growth in words: {@code grew by 19.8 %}, {@code fell by 3 %}. */
    static String growth(double share) {
        return (share < 0 ? "fell by " : "grew by ") + percent(Math.abs(share));
    }

    /** An amount of a metric: {@code 1.20 s}, {@code 3.21 GB}, {@code 1.52 cores}. */
    static String amount(GateMetric metric, double value) {
        return switch (metric) {
            case WALL, CPU -> number(value, value < 0.9995 ? 3 : value < 99.95 ? 2 : 1) + " s";
            case PEAK_RSS -> size(value);
            case CORES_USED -> number(value, 2) + " cores";
        };
    }

    private static String size(double bytes) {
        if (bytes < TENTH * MEGABYTE) {
            return number(bytes / KILOBYTE, 1) + " kB";
        }
        return bytes < GIGABYTE ? number(bytes / MEGABYTE, 1) + " MB" : number(bytes / GIGABYTE, 2) + " GB";
    }

    /** A value in the unit of a rule's limit. */
    static String value(GateRule rule, double value) {
        boolean share =
                rule.bound() == GateRule.Bound.MAX_INCREASE || rule.bound() == GateRule.Bound.MIN_FRACTION_OF_REQUESTED;
        return share ? percent(value) : amount(rule.metric(), value);
    }

    /** {@code 95 % interval 18.1 % to 21.2 %}. */
    static String interval(GateRule rule, Interval interval) {
        return value(rule, interval.low()) + " to " + value(rule, interval.high());
    }

    static String confidence(double confidence) {
        return percent(confidence);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
