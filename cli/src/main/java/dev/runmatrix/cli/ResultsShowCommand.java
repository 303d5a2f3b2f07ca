// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix results show}. */
@Command(
        name = "show",
        description = "Shows a stored run: when it was measured, its cells, and what was not made.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./run-matrix results show",
            "  ./run-matrix results show 20261122T062500Z-3f1c2ab --format json"
        })
final class ResultsShowCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ResultsFormat format = ResultsFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        Path directory = run.directory();
        PrintWriter out = spec.commandLine().getOut();
        try {
            StoredRun stored = RunStore.read(directory);
            RunSummary summary = RunSummary.of(directory, Optional.empty());
            if (format == ResultsFormat.JSON) {
                out.print(ResultsJson.of(stored, summary));
            } else {
                lines(stored, summary, Paint.of(out)).forEach(out::println);
            }
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> lines(StoredRun stored, RunSummary summary, Paint paint)
            throws IOException, UnreadableRunException {
        RunRecord run = stored.run();
        List<String> lines = new ArrayList<>();
        wrapped(run.id() + ": " + run.spec().title(), lines);
        wrapped(
                summary.ending()
                        + run.exitCode().map(code -> ", exit status " + code).orElse("") + ", "
                        + summary.cells() + " cells, " + summary.attempts() + " attempts, " + summary.failed()
                        + " failed; seed " + run.seed() + ", "
                        + run.environment().machineClass(),
                lines);
        for (Sitting sitting : run.sittings()) {
            wrapped("  " + told(sitting), lines);
        }
        lines.add("");
        lines.addAll(new RunTable(RunAnalysis.of(stored)).lines(paint));
        new NotMade(run).sentences().forEach(sentence -> wrapped(sentence, lines));
        lines.add("");
        lines.addAll(reports(stored.directory()));
        return lines;
    }

    private static String told(Sitting sitting) {
        String kind = sitting.kind().name().toLowerCase(Locale.ROOT);
        String lasted = sitting.finishedAt()
                .map(end -> ", " + Amounts.duration(Duration.between(sitting.startedAt(), end)))
                .orElse(", not ended");
        return kind + " " + sitting.startedAt().truncatedTo(ChronoUnit.SECONDS) + lasted + ", from attempt "
                + sitting.firstAttempt() + ": " + String.join(" ", sitting.argv());
    }

    private static List<String> reports(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("report\\..*|summary\\.md"))
                    .sorted()
                    .map(Path::toString)
                    .toList();
        }
    }

    private static void wrapped(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDTH));
    }
}
