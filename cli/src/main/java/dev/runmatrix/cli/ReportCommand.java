// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        try {
            StoredRun stored = RunStore.read(directory);
            PrintWriter terminal = spec.commandLine().getOut();
            write(stored, reports.folder(directory)).forEach(terminal::println);
            terminal.flush();
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (UnusableTemplateException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO, reports.folder(directory) + ": the reports could not be written: " + e.getMessage());
        }
        return ExitCode.OK.status();
    }

    /** What was judged when a run ended, against a baseline or by a gate, is not judged again: its summary stays. */
    private List<Path> write(StoredRun stored, Path folder)
            throws CommandFailure, IOException, UnreadableRunException, UnusableTemplateException {
        Path summary = stored.directory().resolve(Reports.SUMMARY);
        boolean judged = ConclusionFile.JUDGEMENTS.stream()
                .anyMatch(file -> Files.isRegularFile(stored.directory().resolve(file.fileName())));
        if (!judged || !Files.isRegularFile(summary)) {
            return Reports.write(stored, verdicts(stored), folder, reports.templates());
        }
        List<Path> written = new ArrayList<>(Reports.writeAgain(stored, verdicts(stored), folder, reports.templates()));
        written.add(ConclusionFile.SUMMARY.write(folder, Files.readString(summary)));
        return written;
    }

    private RunVerdicts verdicts(StoredRun stored) throws CommandFailure {
        if (baseline.isEmpty()) {
            return RunVerdicts.NONE;
        }
        Comparand base = new ComparandFinder(Home.current()).find(baseline.get());
        Compared compared =
                Compared.of(base, new Comparand("run " + stored.run().id(), stored), false);
        return new RunVerdicts(Optional.of(compared.shown()), Optional.empty(), Optional.empty());
    }
}
