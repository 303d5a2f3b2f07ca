// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix report}. */
@Command(
        name = "report",
        description = "Renders the reports of a stored run; measures nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 rendered, 2 no such run or unusable templates, 65 the stored run",
            "is damaged, 74 the reports cannot be written.",
            "",
            "Examples:",
            "  ./run-matrix report",
            "  ./run-matrix report 20261122T062500Z-3f1c2ab --out /tmp/reports"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = RunFinder.LATEST,
            description = "Folder of a run, its id, a unique beginning of the id, or 'latest' (the default).")
    private String run = RunFinder.LATEST;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go; the folder of the run by default.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Folder whose files replace templates of the same name.")
    private Optional<Path> templates = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        if (templates.filter(t -> !Files.isDirectory(t)).isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "--templates " + templates.get() + ": no such folder");
        }
        Path directory = new RunFinder(Home.current().results()).find(run);
        try {
            StoredRun stored = RunStore.read(directory);
            PrintWriter terminal = spec.commandLine().getOut();
            Reports.write(stored, out.orElse(directory), templates).forEach(terminal::println);
            terminal.flush();
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (UnusableTemplateException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO, out.orElse(directory) + ": the reports could not be written: " + e.getMessage());
        }
        return ExitCode.OK.status();
    }
}
