// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.model.RunVerdicts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that is known when a run has ended.
 *
 * @param analysis the judged run
 * @param folder where its reports go
 * @param compared the comparison with a stored run; absent where none was asked for
 * @param builds the comparison of two builds in one sitting: of this run if it measures two, or of the run that confirms
 *     what the other comparison suspects; absent where there is neither
 * @param gate what the gate says; absent where there is none
 * @param claims what became of the claims of the matrix; absent where they were not judged
 */
record Concluded(
        RunAnalysis analysis,
        Path folder,
        Optional<Compared> compared,
        Optional<BuildComparison> builds,
        Optional<GateReport> gate,
        Optional<ClaimReport> claims) {

    /** A run before its gate and its claims are judged. */
    static Concluded of(
            RunAnalysis analysis, Path folder, Optional<Compared> compared, Optional<BuildComparison> builds) {
        return new Concluded(analysis, folder, compared, builds, Optional.empty(), Optional.empty());
    }

    /** The run as it is stored. */
    StoredRun stored() {
        return analysis.stored();
    }

    /** The part of it that the reports show beside the run. */
    RunVerdicts verdicts() {
        return new RunVerdicts(compared.map(Compared::shown), builds, gate, claims);
    }

    /** The claims with which the run fails. */
    List<ClaimResult> brokenClaims() {
        return claims.map(ClaimReport::broken).orElse(List.of());
    }

    /** The same with what became of its claims. */
    Concluded claimed(ClaimReport report) {
        return new Concluded(analysis, folder, compared, builds, gate, Optional.of(report));
    }

    /** The same with what the gate says. */
    Concluded gated(GateReport report) {
        return new Concluded(analysis, folder, compared, builds, Optional.of(report), claims);
    }
}
