// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import java.util.Optional;

/**
 * What is known of a run beyond itself.
 *
 * @param compared the comparison with a stored run; absent where there is none
 * @param builds the comparison of two builds in one sitting; absent where there is none
 * @param gate what the gate says; absent where there is none
 * @param claims the claims of the run as they count for it; absent: all of them, as they stand
 */
public record RunVerdicts(
        Optional<ComparedWith> compared,
        Optional<BuildComparison> builds,
        Optional<GateReport> gate,
        Optional<ClaimReport> claims) {

    /** Nothing. */
    public static final RunVerdicts NONE =
            new RunVerdicts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether rules of the gate are broken. */
    boolean isGateBroken() {
        return gate.filter(report -> report.count(GateOutcome.FAIL) > 0).isPresent();
    }

    /** Whether, without a gate to weigh it, the head of two builds is slower than the base. */
    boolean isSlower() {
        return gate.isEmpty()
                && builds.filter(turns -> turns.has(Verdict.SLOWER) && !turns.isSameProgram())
                        .isPresent();
    }

    /**
     * A comparison with a stored run.
     *
     * @param label what its user calls that run, {@code baseline release-1.4}
     * @param comparison what came of it
     */
    public record ComparedWith(String label, RunComparison comparison) {}
}
