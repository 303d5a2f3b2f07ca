// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.PlannedClaim;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.List;

/**
 * All claims of a run, judged.
 *
 * @param results in the order of the matrix file
 */
public record ClaimReport(List<ClaimResult> results) {

    public ClaimReport {
        results = List.copyOf(results);
    }

    /** Judges the claims that the run was planned with. */
    public static ClaimReport of(RunAnalysis run) {
        return of(run, run.run().plan().claims());
    }

    /** Judges other claims by the same run. */
    public static ClaimReport of(RunAnalysis run, List<PlannedClaim> claims) {
        ClaimSamples samples = new ClaimSamples(run);
        ClaimJudge judge = new ClaimJudge(samples, new ClaimPairs(samples), new OutputClaims(run, samples));
        return new ClaimReport(claims.stream()
                .map(claim -> ClaimResult.of(claim, judge.cases(claim)))
                .toList());
    }

    /** The same where no claim fails the run. */
    public ClaimReport outsideGate() {
        return new ClaimReport(results.stream().map(ClaimResult::outsideGate).toList());
    }

    public int count(ClaimOutcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Those that came to this. */
    public List<ClaimResult> with(ClaimOutcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** Those of the gate that do not hold. */
    public List<ClaimResult> broken() {
        return results.stream().filter(ClaimResult::failsRun).toList();
    }

    /** Whether some claim fails the run where it does not hold. */
    public boolean isGate() {
        return results.stream().anyMatch(result -> result.claim().gate());
    }
}
