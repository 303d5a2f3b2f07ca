// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
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

    /** {@code SLOWER: wall 1.20 s became 1.48 s, × 1.233 [1.201–1.262], 10 and 10 forks}. */
    static String sentence(JudgedMetric metric) {
        return TurnNumbers.word(metric) + ": " + ComparisonNumbers.word(metric.metric()) + " "
                + TurnNumbers.base(metric) + " became " + TurnNumbers.head(metric) + ", × " + TurnNumbers.ratio(metric)
                + " [" + TurnNumbers.interval(metric) + "], " + metric.base().size() + " and "
                + metric.head().size() + " forks"
                + TurnNumbers.remark(metric).map(remark -> "; " + remark).orElse("");
    }

    static String notCompared(JudgedPair pair) {
        return TurnWords.remark(pair).orElse("no fork of one of the builds ended");
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
