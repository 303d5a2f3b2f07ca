// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.OutputState;
import dev.runmatrix.reports.analysis.OutputSummary;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.List;
import java.util.Locale;

/**
 * Whether a run is whole and right.
 *
 * @param run its id
 * @param state complete, interrupted or running
 * @param planned forks that its plan asks for
 * @param failed forks that failed
 * @param timedOut forks that took too long
 * @param skipped forks that were left out
 * @param notRun forks that were not made
 * @param outputs what became of checking the outputs, warm-ups included
 */
record Verification(
        String run,
        RunState state,
        int planned,
        int failed,
        int timedOut,
        int skipped,
        int notRun,
        OutputSummary outputs) {

    static Verification of(RunAnalysis analysis) {
        ForkLedger ledger = analysis.ledger();
        return new Verification(
                analysis.run().id(),
                analysis.run().state(),
                ledger.planned(),
                ledger.count(ForkOutcome.FAILED),
                ledger.count(ForkOutcome.TIMED_OUT),
                ledger.count(ForkOutcome.SKIPPED),
                ledger.count(ForkOutcome.NOT_RUN),
                analysis.outputs());
    }

    ExitCode status() {
        if (outputs.wrong() > 0) {
            return ExitCode.WRONG_OUTPUT;
        }
        boolean whole = state == RunState.COMPLETE && withoutResult() == 0 && unchecked() == 0;
        return whole ? ExitCode.OK : ExitCode.CELL_FAILED;
    }

    /** For people. */
    List<String> lines() {
        String unchecked = unchecked() > 0 ? unchecked() + " not checked; " : "";
        return TextTable.wrap(
                "Run " + run + ": " + planned + " forks planned, " + withoutResult() + " without a result; "
                        + outputs.agreeing() + " of " + outputs.finished() + " outputs agree, warm-ups included; "
                        + verified() + unchecked + outputs.wrong() + " wrong.",
                TextTable.WIDTH);
    }

    /** For programs. */
    String json() {
        ObjectNode document = ListingJson.document("run-matrix/verify/v1")
                .put("run", run)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("passed", status() == ExitCode.OK)
                .put("exit_code", status().status());
        document.putObject("forks")
                .put("planned", planned)
                .put("failed", failed)
                .put("timed_out", timedOut)
                .put("skipped", skipped)
                .put("not_run", notRun);
        document.putObject("outputs")
                .put("finished", outputs.finished())
                .put("agreeing", outputs.agreeing())
                .put("verified", outputs.count(OutputState.VERIFIED))
                .put("not_checked", unchecked())
                .put("wrong", outputs.wrong());
        return ListingJson.text(document);
    }

    private int withoutResult() {
        return failed + timedOut + skipped + notRun;
    }

    private int unchecked() {
        return outputs.count(OutputState.NOT_CHECKED);
    }

    private String verified() {
        int verified = outputs.count(OutputState.VERIFIED);
        return verified > 0 ? verified + " found right by the program named for it; " : "";
    }
}
