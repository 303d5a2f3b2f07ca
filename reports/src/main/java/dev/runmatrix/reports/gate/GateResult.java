// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Interval;
import java.util.Optional;

/**
 * One rule in one cell.
 *
 * @param rule the rule
 * @param ruleText the rule in words, {@code wall grows by at most 5 %}
 * @param cell the cell
 * @param cellText its setting, {@code mode=streaming max_workers=4}
 * @param outcome what came of it
 * @param value what was measured, in the unit of the rule's limit: for an increase the share, 0.12 for 12 % more; absent
 *     where nothing was
 * @param interval the interval of {@code value}; absent where there are too few forks
 * @param sentence value, limit and the reason for the outcome, for a reader who sees nothing else
 * @param accepted who accepted what, until when, and why; absent unless somebody did
 */
public record GateResult(
        GateRule rule,
        String ruleText,
        PlannedCell cell,
        String cellText,
        GateOutcome outcome,
        Optional<Double> value,
        Optional<Interval> interval,
        String sentence,
        Optional<String> accepted) {

    /** What was measured, rounded and with its unit: {@code +12 %}, {@code 1.20 s}. */
    public Optional<String> valueText() {
        return value.map(amount -> (isGrowth() && amount > 0 ? "+" : "") + GateNumbers.value(rule, amount));
    }

    /** Its interval, rounded and with its unit. */
    public Optional<String> intervalText() {
        return interval.map(ends -> GateNumbers.interval(rule, ends));
    }

    /** The sentence without the cell, for a reader who has just been told which one it is. */
    public String finding() {
        String about = cell.name() + " (" + cellText + "): ";
        return sentence.startsWith(about) ? sentence.substring(about.length()) : sentence;
    }

    private boolean isGrowth() {
        return rule.bound() == GateRule.Bound.MAX_INCREASE;
    }
}
