// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Evidence;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Shape;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.comparison.JudgedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one metric of one setting came to in two builds that took turns, in short words and rounded numbers. */
final class TurnNumbers {

    private TurnNumbers() {}

    /** The verdict, with "clearly" where even the near end of the interval is beyond the tolerance. */
    static String word(JudgedMetric metric) {
        boolean memory = metric.metric() == Metric.PEAK_RSS;
        return switch (metric.verdict()) {
            case SLOWER -> clearly(metric) + (memory ? "MORE" : "SLOWER");
            case FASTER -> clearly(metric) + (memory ? "LESS" : "FASTER");
            case WITHIN ->
                "within ±" + ComparisonNumbers.percent(metric.metric().tolerance());
            case CANNOT_TELL -> "cannot tell";
            case TOO_FEW_FORKS -> "few forks";
        };
    }

    private static String clearly(JudgedMetric metric) {
        return isClear(metric) ? "clearly " : "";
    }

    /** Whether the verdict stands, and leaves no room. */
    static boolean isClear(JudgedMetric metric) {
        boolean stands = metric.verdict() == Verdict.SLOWER || metric.verdict() == Verdict.FASTER;
        return stands && metric.confirmed().judgement().isClear();
    }

    static String base(JudgedMetric metric) {
        return ComparisonNumbers.amount(metric.metric(), metric.baseMedian());
    }

    static String head(JudgedMetric metric) {
        return ComparisonNumbers.amount(metric.metric(), metric.headMedian());
    }

    static String ratio(JudgedMetric metric) {
        return ComparisonNumbers.ratio(metric.ratio());
    }

    static String interval(JudgedMetric metric) {
        return ComparisonNumbers.interval(evidence(metric).ratio().interval());
    }

    static String shows(JudgedMetric metric) {
        return ComparisonNumbers.shows(evidence(metric).sensitivity().smallestChange());
    }

    static String needs(JudgedMetric metric) {
        return ComparisonNumbers.needs(evidence(metric).sensitivity().forksNeeded());
    }

    static Evidence evidence(JudgedMetric metric) {
        return metric.confirmed().judgement().evidence();
    }

    /** What of the forks is unlike one cloud of values, and what took a verdict back; absent where there is nothing. */
    static Optional<String> remark(JudgedMetric metric) {
        List<String> parts = new ArrayList<>();
        Confirmed confirmed = metric.confirmed();
        if (metric.blamesTheMachine()) {
            parts.add("only the wall moved, and other programs kept forks waiting: the machine, perhaps");
        } else if (confirmed.isTakenBack()) {
            parts.add("alone it would count; among so many settings it may be chance");
        }
        shape(metric, evidence(metric).baseShape()).ifPresent(shape -> parts.add("base has " + shape));
        shape(metric, evidence(metric).candidateShape()).ifPresent(shape -> parts.add("head has " + shape));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static Optional<String> shape(JudgedMetric metric, Shape shape) {
        if (shape.modes().isPresent()) {
            return shape.modes()
                    .map(modes -> "two levels, " + ComparisonNumbers.amount(metric.metric(), modes.low()) + " ("
                            + modes.lowForks() + " forks) and "
                            + ComparisonNumbers.amount(metric.metric(), modes.high()) + " (" + modes.highForks() + ")");
        }
        int outliers = shape.outliers().size();
        return outliers == 0
                ? Optional.empty()
                : Optional.of(outliers + (outliers == 1 ? " outlier, which counts" : " outliers, which count"));
    }
}
