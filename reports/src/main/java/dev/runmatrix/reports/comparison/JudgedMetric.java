// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Verdict;
import java.util.List;

/**
 * One metric of one setting in two builds that took turns.
 *
 * @param metric the metric
 * @param base values of the forks of the one, seconds or bytes, in the order they were made
 * @param head values of those of the other
 * @param baseMedian median of the one
 * @param headMedian median of the other
 * @param confirmed what they show, weighed by how many settings were measured
 * @param blamesTheMachine whether the verdict was taken back because only the wall moved while other programs ran beside, and
 *     no more than they may have made the forks wait
 */
public record JudgedMetric(
        Metric metric,
        List<Double> base,
        List<Double> head,
        double baseMedian,
        double headMedian,
        Confirmed confirmed,
        boolean blamesTheMachine) {

    public JudgedMetric {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** The word for it. */
    public Verdict verdict() {
        return blamesTheMachine ? Verdict.CANNOT_TELL : confirmed.verdict();
    }

    /** Head ÷ base: the Hodges–Lehmann estimate. */
    public double ratio() {
        return confirmed.judgement().evidence().estimate();
    }
}
