// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.comparison.BuildComparison;

/** What two builds that took turns mean for the exit status. */
final class TurnStatus {

    private TurnStatus() {}

    /**
     * The status, as far as it depends on the verdicts.
     *
     * @param strict whether what cannot be told is a failure
     */
    static int of(BuildComparison comparison, boolean strict) {
        if (!passed(comparison)) {
            return ExitCode.REGRESSION.status();
        }
        return strict && !isConclusive(comparison) ? ExitCode.INCONCLUSIVE.status() : ExitCode.OK.status();
    }

    /** Whether nothing takes more; one program measured twice cannot fail. */
    static boolean passed(BuildComparison comparison) {
        return comparison.isSameProgram() || !comparison.has(Verdict.SLOWER);
    }

    /** Whether there is an answer for each metric of each setting. */
    static boolean isConclusive(BuildComparison comparison) {
        return comparison.pairs().stream().noneMatch(pair -> pair.metrics().isEmpty())
                && !comparison.has(Verdict.CANNOT_TELL)
                && !comparison.has(Verdict.TOO_FEW_FORKS);
    }
}
