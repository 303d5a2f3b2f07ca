// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.statistics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One cell, or one pair of cells, held against the limit of a claim.
 *
 * @param outcome what it comes to
 * @param value what was measured, in the unit of the limit; absent where nothing was
 * @param interval its 95 % interval; absent where there is none
 * @param formula what was divided by what, or of which cell the value is, in words
 * @param evidence the cells that it rests on
 * @param reason why the outcome is what it is, a clause
 */
public record ClaimCase(
        ClaimOutcome outcome,
        Optional<Double> value,
        Optional<Interval> interval,
        String formula,
        List<ClaimEvidence> evidence,
        String reason) {

    public ClaimCase {
        evidence = List.copyOf(evidence);
    }

    /** Judges an interval. */
    static ClaimCase of(
            ClaimLimit limit, double value, Interval interval, String formula, List<ClaimEvidence> evidence) {
        boolean kept = interval.low() >= limit.least() && interval.high() <= limit.most();
        boolean broken = interval.high() < limit.least() || interval.low() > limit.most();
        ClaimOutcome outcome = kept ? ClaimOutcome.PASS : broken ? ClaimOutcome.FAIL : ClaimOutcome.CANNOT_TELL;
        String reason = kept
                ? limit.stated()
                        .filter(most -> interval.low() > most)
                        .map(most -> "more than was stated")
                        .orElse("the whole interval keeps it")
                : broken ? "the whole interval is beyond it" : "the limit lies inside the interval";
        return new ClaimCase(outcome, Optional.of(value), Optional.of(interval), formula, evidence, reason);
    }

    static ClaimCase notMeasured(String formula, List<ClaimEvidence> evidence, String reason) {
        return new ClaimCase(ClaimOutcome.NOT_MEASURED, Optional.empty(), Optional.empty(), formula, evidence, reason);
    }

    static ClaimCase cannotTell(
            Optional<Double> value,
            Optional<Interval> interval,
            String formula,
            List<ClaimEvidence> evidence,
            String reason) {
        return new ClaimCase(ClaimOutcome.CANNOT_TELL, value, interval, formula, evidence, reason);
    }

    /** The gravest outcome first; among equals the value that is farthest beyond the limit, or nearest to it. */
    static Comparator<ClaimCase> decisive(ClaimLimit limit) {
        return Comparator.comparing(ClaimCase::outcome)
                .thenComparing(one -> one.excess(limit), Comparator.reverseOrder());
    }

    /** Above 1 beyond the limit, below 1 within it. */
    private double excess(ClaimLimit limit) {
        return value.map(v -> Math.max(v / limit.most(), v == 0 ? 0 : limit.least() / v))
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
