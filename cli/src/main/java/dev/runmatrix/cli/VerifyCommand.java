// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  ./run-matrix verify 20261122T062500Z-3f1c2ab",
            "  ./run-matrix verify latest --format json"
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ResultsFormat format = ResultsFormat.TABLE;

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
        Verification verification = Verification.of(RunAnalysis.of(stored));
        PrintWriter out = spec.commandLine().getOut();
        List<String> lines = format == ResultsFormat.JSON ? List.of(verification.json()) : verification.lines();
        lines.forEach(out::println);
        out.flush();
        return verification.status();
    }
}
