// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix report}. */
@Command(
        name = "report",
        description = "Renders the reports of a stored run; measures nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "They go beside the run, where claims.json is written again, too; with --out they",
            "alone go to that folder, and the run stays as it is.",
            "",
            "Exit status: 0 rendered, 2 no such run or unusable templates, 65 the stored run",
            "is damaged, 74 the reports cannot be written.",
            "",
            "Examples:",
            "  ./run-matrix report",
            "  ./run-matrix report latest --baseline release-1.4",
            "  ./run-matrix report 20261122T062500Z-3f1c2ab --out /tmp/reports"
        })
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--baseline",
            paramLabel = "NAME|RUN|FILE",
            description = "Shows the run beside a baseline or another stored run.")
    private Optional<String> baseline = Optional.empty();

    @Override
    public Integer call() throws CommandFailure {
        reports.check();
        Path directory = run.directory();
        StoredRun stored = read(directory);
        JudgedAgain again = JudgedAgain.of(Home.current(), stored, reports.folder(directory), baseline);
        PrintWriter err = spec.commandLine().getErr();
        again.notices().forEach(err::println);
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        Concluded concluded = again.concluded();
        again.claimLines().forEach(out::println);
        RunConclusion.report(concluded, CiFiles.of(concluded).summary(), reports)
                .forEach(out::println);
        again.writeClaims().forEach(out::println);
        out.flush();
        return ExitCode.OK.status();
    }

    private static StoredRun read(Path directory) throws CommandFailure {
        try {
            return RunStore.read(directory);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }
}
