// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two builds of one sitting in short words and rounded numbers. */
final class BuildWords {

    private static final int COMMIT_DIGITS = 10;

    private BuildWords() {}

    static String setting(JudgedPair pair) {
        return pair.setting().axes().entrySet().stream()
                .filter(axis -> !pair.head().ignored().contains(axis.getKey()))
                .map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(" "));
    }

    static String verdict(JudgedMetric metric) {
        return switch (metric.verdict()) {
            case SLOWER -> metric.metric() == Metric.PEAK_RSS ? "MORE" : "SLOWER";
            case FASTER -> metric.metric() == Metric.PEAK_RSS ? "LESS" : "FASTER";
            case WITHIN ->
                "within ±" + ComparisonNumbers.percent(metric.metric().tolerance());
            case CANNOT_TELL -> "cannot tell";
            case TOO_FEW_FORKS -> "too few forks";
        };
    }

    static String ratio(JudgedMetric metric) {
        return String.format(Locale.ROOT, "%.3f", metric.ratio());
    }

    static String interval(JudgedMetric metric) {
        return interval(metric.confirmed().judgement().evidence().ratio().interval());
    }

    private static String interval(Optional<Interval> interval) {
        return interval.map(i -> String.format(Locale.ROOT, "%.3f–%.3f", i.low(), i.high()))
                .orElse("–");
    }

    /** {@code SLOWER: wall 1.20 s became 1.48 s, × 1.233 [1.201–1.262], 10 and 10 forks}. */
    static String sentence(JudgedMetric metric) {
        return verdict(metric) + ": " + ComparisonNumbers.word(metric.metric()) + " "
                + ComparisonNumbers.amount(metric.metric(), metric.baseMedian()) + " became "
                + ComparisonNumbers.amount(metric.metric(), metric.headMedian()) + ", × " + ratio(metric) + " ["
                + interval(metric) + "], " + metric.base().size() + " and "
                + metric.head().size() + " forks"
                + (metric.blamesTheMachine() ? "; only the wall moved, while other programs ran beside" : "");
    }

    static String notCompared(JudgedPair pair) {
        return "not compared: " + side("base", pair.baseSide()) + ", " + side("head", pair.headSide());
    }

    private static String side(String build, ComparedCell.Side side) {
        return build + " " + side.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + side.clean()
                + " of " + side.forks() + " forks clean)";
    }

    /** How long the compared forks of a pair took together. */
    static Optional<Double> seconds(JudgedPair pair) {
        return pair.metric(Metric.WALL)
                .map(wall -> Stream.concat(wall.base().stream(), wall.head().stream())
                        .mapToDouble(Double::doubleValue)
                        .sum());
    }

    /** {@code HEAD (commit 0123456789)}. */
    static String build(BuildFacts build) {
        return build.given()
                + build.commit()
                        .map(c -> " (commit " + c.substring(0, Math.min(COMMIT_DIGITS, c.length())) + ")")
                        .orElse("");
    }
}
