// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;

/** The exit status of a gate. */
final class GateStatus {

    private GateStatus() {}

    /**
     * The status of what a gate says.
     *
     * @param strict whether what could not be judged is a failure
     */
    static ExitCode of(GateReport report, boolean strict) {
        if (report.has(GateOutcome.FAIL)) {
            return ExitCode.REGRESSION;
        }
        return strict && report.has(GateOutcome.INCONCLUSIVE, GateOutcome.NOT_MEASURED)
                ? ExitCode.INCONCLUSIVE
                : ExitCode.OK;
    }
}
