// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.comparison.RunComparison;

/** The exit status of a comparison. */
final class ComparisonStatus {

    private static final int BISECT_CANNOT_TEST = 125;

    private ComparisonStatus() {}

    /**
     * The status of a comparison that could be made.
     *
     * @param failOnSuspect whether a suspect is a failure
     * @param strict whether what could not be judged is one
     */
    static int of(Compared compared, boolean failOnSuspect, boolean strict) {
        return code(compared, failOnSuspect, strict).status();
    }

    private static ExitCode code(Compared compared, boolean failOnSuspect, boolean strict) {
        RunComparison comparison = compared.comparison();
        if (compared.isRefused()) {
            return ExitCode.USAGE;
        }
        if (strict && has(comparison, CellState.WRONG_OUTPUT)) {
            return ExitCode.WRONG_OUTPUT;
        }
        if (strict && (has(comparison, CellState.FAILED) || has(comparison, CellState.TIMED_OUT))) {
            return ExitCode.CELL_FAILED;
        }
        if (failOnSuspect && comparison.hasSuspects()) {
            return ExitCode.REGRESSION;
        }
        return strict && !comparison.isConclusive() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private static boolean has(RunComparison comparison, CellState state) {
        return comparison.cells().stream().anyMatch(cell -> cell.candidate().state() == state);
    }

    /** What {@code git bisect run} is to make of a status: 0 good, 1 bad, anything else a commit that cannot be tested. */
    static int forBisect(int status) {
        return status == ExitCode.OK.status() || status == ExitCode.REGRESSION.status() ? status : BISECT_CANNOT_TEST;
    }
}
