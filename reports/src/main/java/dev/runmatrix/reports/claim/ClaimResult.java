// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.PlannedClaim;
import java.util.Comparator;
import java.util.List;

/**
 * A claim, judged. It holds for all of its cases or not at all, so that one of them decides.
 *
 * @param id {@code K1}
 * @param claim the claim
 * @param decisive the case that decides: the gravest, and among equals the one that is farthest beyond the limit
 * @param cases how many cells or pairs were judged, 0 where the matrix has none
 * @param passing how many of them hold
 */
public record ClaimResult(String id, Claim claim, ClaimCase decisive, int cases, int passing) {

    static ClaimResult of(PlannedClaim planned, List<ClaimCase> cases) {
        Comparator<ClaimCase> order = ClaimCase.decisive(planned.claim().limit());
        ClaimCase decisive = cases.stream()
                .min(order)
                .orElseGet(() -> ClaimCase.notMeasured("", List.of(), "the matrix has no such cells"));
        int passing = (int)
                cases.stream().filter(one -> one.outcome() == ClaimOutcome.PASS).count();
        return new ClaimResult(planned.id(), planned.claim(), decisive, cases.size(), passing);
    }

    ClaimResult outsideGate() {
        return new ClaimResult(id, claim.outsideGate(), decisive, cases, passing);
    }

    public ClaimOutcome outcome() {
        return decisive.outcome();
    }

    /** Whether the run fails with it. */
    public boolean failsRun() {
        return claim.gate() && outcome() == ClaimOutcome.FAIL;
    }

    /** Whether a strict run fails with it. */
    public boolean isUnknownToGate() {
        return claim.gate() && (outcome() == ClaimOutcome.CANNOT_TELL || outcome() == ClaimOutcome.NOT_MEASURED);
    }
}
