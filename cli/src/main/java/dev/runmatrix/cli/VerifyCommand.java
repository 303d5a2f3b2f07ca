// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.OutputState;
import dev.runmatrix.reports.analysis.OutputSummary;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run-matrix verify}: the short answer for scripts, is this run whole and right? */
@Command(
        name = "verify",
        description = "Says whether a stored run is complete and all its outputs are right; measures nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 complete and right, 2 no such run, 3 a fork failed or was not",
            "run, 4 wrong output, 65 the stored run is damaged.",
            "",
            "Examples:",
            "  ./run-matrix verify",
            "  ./run-matrix verify 20261122T062500Z-3f1c2ab"
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        Path directory = run.directory();
        try {
            return judge(RunStore.read(directory)).status();
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }

    private ExitCode judge(StoredRun stored) throws UnreadableRunException {
        RunAnalysis analysis = RunAnalysis.of(stored);
        ForkLedger ledger = analysis.ledger();
        OutputSummary outputs = analysis.outputs();
        int lost = ledger.count(ForkOutcome.FAILED)
                + ledger.count(ForkOutcome.TIMED_OUT)
                + ledger.count(ForkOutcome.SKIPPED)
                + ledger.count(ForkOutcome.NOT_RUN);
        int unchecked = outputs.count(OutputState.NOT_CHECKED);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Run " + stored.run().id() + ": " + ledger.planned() + " forks planned, " + lost
                + " without a result; " + outputs.agreeing() + " of " + outputs.finished()
                + " outputs agree, warm-ups included; " + verified(outputs)
                + (unchecked > 0 ? unchecked + " not checked; " : "") + outputs.wrong() + " wrong.");
        out.flush();
        if (outputs.wrong() > 0) {
            return ExitCode.WRONG_OUTPUT;
        }
        boolean whole = stored.run().state() == RunState.COMPLETE && lost == 0 && unchecked == 0;
        return whole ? ExitCode.OK : ExitCode.CELL_FAILED;
    }

    private static String verified(OutputSummary outputs) {
        int verified = outputs.count(OutputState.VERIFIED);
        return verified > 0 ? verified + " found right by the program named for it; " : "";
    }
}
