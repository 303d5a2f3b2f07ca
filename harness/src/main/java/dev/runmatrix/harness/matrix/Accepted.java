// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody has accepted for a time, although a rule of the gate forbids it: an entry of {@code accepted.yaml}.
 *
 * @param cells the cells that it is about; without values, all of them
 * @param metric the metric
 * @param extent what {@code upTo} is
 * @param upTo how far the rule may be broken: a share (0.12 for 12 %), or seconds, bytes or cores
 * @param reason why, at least a character
 * @param author who accepted it, at least a character
 * @param expires the last day on which it counts
 * @param baseline the only baseline against which it counts; absent: any
 * @param where file and line of the entry, {@code accepted.yaml:3}
 */
public record Accepted(
        CellFilter cells,
        GateMetric metric,
        Extent extent,
        double upTo,
        String reason,
        String author,
        LocalDate expires,
        Optional<String> baseline,
        String where) {

    /** What an entry says in {@code up_to}. */
    public enum Extent {
        /** A share: of growth, or of the workers asked for. */
        SHARE,
        /** An amount in the unit of the metric. */
        AMOUNT
    }

    /** Whether it counts on a day. */
    public boolean countsOn(LocalDate day) {
        return !day.isAfter(expires);
    }

    /** Whether it is about rules of this kind. */
    public boolean isAbout(GateRule rule) {
        boolean share =
                rule.bound() == GateRule.Bound.MAX_INCREASE || rule.bound() == GateRule.Bound.MIN_FRACTION_OF_REQUESTED;
        return rule.metric() == metric && share == (extent == Extent.SHARE);
    }

    /** Whether a value that breaks such a rule is accepted. */
    public boolean covers(GateRule rule, double value) {
        boolean atMost = rule.bound() == GateRule.Bound.MAX_INCREASE || rule.bound() == GateRule.Bound.MAX;
        return atMost ? value <= upTo : value >= upTo;
    }
}
