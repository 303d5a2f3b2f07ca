// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the claims of a matrix say at the end of a run: lines, a file and an exit status.
 *
 * @param gating whether those with {@code gate: true} fail the run
 * @param strict whether they do where they could not be judged, too
 */
record ClaimConclusion(boolean gating, boolean strict) {

    /** That of a run without arguments. */
    static final ClaimConclusion GATING = new ClaimConclusion(true, false);

    /** The same run with what became of its claims. */
    Concluded over(Concluded concluded) {
        ClaimReport report = ClaimReport.of(concluded.analysis());
        return concluded.claimed(gating ? report : report.outsideGate());
    }

    /** What to print, an empty line first; nothing where there are no claims. */
    List<String> lines(Concluded concluded, Paint paint) {
        List<String> lines = new ArrayList<>();
        claims(concluded).ifPresent(report -> {
            lines.add("");
            ClaimText.lines(report).forEach(line -> lines.add(paint.sentence(line)));
        });
        return lines;
    }

    /** The claims for programs; absent where there are none. */
    Optional<String> json(Concluded concluded) {
        return claims(concluded).map(report -> ClaimJson.of(report, concluded.stored(), gating, status(concluded)));
    }

    /** The exit status as far as it depends on the claims. */
    int status(Concluded concluded) {
        List<ClaimResult> results = concluded.claims().map(ClaimReport::results).orElse(List.of());
        if (results.stream().anyMatch(ClaimResult::failsRun)) {
            return ExitCode.REGRESSION.status();
        }
        boolean unknown = strict && results.stream().anyMatch(ClaimResult::isUnknownToGate);
        return (unknown ? ExitCode.INCONCLUSIVE : ExitCode.OK).status();
    }

    private static Optional<ClaimReport> claims(Concluded concluded) {
        return concluded.claims().filter(report -> !report.results().isEmpty());
    }
}
