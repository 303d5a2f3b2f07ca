// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.diagnosis.Diagnosis;
import dev.runmatrix.reports.model.Explanation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix explain}. */
@Command(
        name = "explain",
        description = "Says why a stored run, or one cell of it, costs what it costs; measures nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without a cell it tells all findings: what was seen, its cause as far as the",
            "evidence goes, what to change, and what would show that it is wrong. With one it",
            "tells where the time of that cell went as well.",
            "",
            "Exit status: 0 told, whatever it is, 2 no such run or cell, 65 the stored run is",
            "damaged, 74 it cannot be read.",
            "",
            "Examples:",
            "  ./run-matrix explain",
            "  ./run-matrix explain latest C05",
            "  ./run-matrix explain latest mode=streaming,max_workers=4",
            "  ./run-matrix explain 20261122T062500Z-3f1c2ab --format json"
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Parameters(
            index = "1",
            paramLabel = "CELL",
            arity = "0..1",
            description = "A cell: its name, its id, or settings that name one, mode=streaming,max_workers=4.")
    private Optional<String> cell = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, md or json. Default: text.")
    private CompareFormat format = CompareFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        RunAnalysis analysis = analysis(run.directory());
        Optional<CellAnalysis> chosen = Optional.empty();
        if (cell.isPresent()) {
            chosen = Optional.of(new CellFinder(analysis).find(cell.get()));
        }
        PrintWriter out = spec.commandLine().getOut();
        lines(analysis, chosen).forEach(out::println);
        out.flush();
        return ExitCode.OK.status();
    }

    private static RunAnalysis analysis(Path directory) throws CommandFailure {
        try {
            return RunAnalysis.of(RunStore.read(directory));
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }

    private Paint paint() {
        return Paint.of(spec.commandLine().getOut());
    }

    private List<String> lines(RunAnalysis analysis, Optional<CellAnalysis> chosen) {
        if (format == CompareFormat.JSON) {
            return List.of(DiagnosisJson.of(analysis, Diagnosis.withProfiles(analysis), chosen));
        }
        Explanation explanation =
                chosen.map(one -> Explanation.of(analysis, one)).orElseGet(() -> Explanation.of(analysis));
        return format == CompareFormat.MD
                ? FindingsMarkdown.lines(explanation)
                : FindingsText.lines(explanation, paint());
    }
}
