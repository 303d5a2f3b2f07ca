// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.Pinned;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.model.HistoryReport;
import dev.runmatrix.reports.render.HistoryRenderer;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix history}. */
@Command(
        name = "history",
        description = "Shows how each cell moved from run to run, and where its level changed lastingly.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It looks at all stored runs, and at those that only a baseline has kept. Runs",
            "of another machine class, JDK, JVM arguments or data are shown apart. What it",
            "finds is a trend warning with the command that confirms it, no verdict.",
            "",
            "Exit status: 0 whatever it found, 1 something changed (with --fail-on change),",
            "2 wrong arguments, 74 a file cannot be read or written. Runs that cannot be",
            "read are left out, each with a line on standard error.",
            "",
            "Examples:",
            "  ./run-matrix history",
            "  ./run-matrix history cpu --since 30d --only mode=streaming",
            "  ./run-matrix history --format html --out history.html",
            "  ./run-matrix history --pinned release-1.4 --last 30 --fail-on change"
        })
final class HistoryCommand implements Callable<Integer> {

    /** What a history may fail on. */
    private enum FailOn {
        CHANGE
    }

    private static final int USUAL_RUNS = 90;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "METRIC",
            defaultValue = "wall",
            converter = MetricName.class,
            description = "wall, cpu or rss_peak. Default: wall.")
    private Metric metric = Metric.WALL;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = PointInTime.class,
            description = "Runs since a date (2026-01-31), or of the last 30d, 2w, 12h.")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--last", paramLabel = "N", description = "The newest N runs; 0: all. Default: 90.")
    private int last = USUAL_RUNS;

    @Option(
            names = "--only",
            paramLabel = "AXIS=VALUE,...",
            description = "Cells with these settings; repeated: or with those.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--cells",
            paramLabel = "C01,...",
            split = ",",
            description = "Cells by their names in the newest run that has them.")
    private List<String> cells = new ArrayList<>();

    @Option(
            names = "--pinned",
            paramLabel = "NAME",
            description = "Baseline that the latest runs are held against. Default: the newest of the machine class.")
    private Optional<String> pinned = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, md, html, json or otava. Default: text.")
    private HistoryFormat format = HistoryFormat.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; - and without it: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders of runs, in the place of results/.")
    private List<Path> results = new ArrayList<>();

    @Option(names = "--fail-on", paramLabel = "WHAT", description = "change: exit status 1 where there is one.")
    private Optional<FailOn> failOn = Optional.empty();

    @Override
    public Integer call() throws CommandFailure {
        if (last < 0) {
            throw new ParameterException(spec.commandLine(), "--last: " + last + " is not allowed; use 0 or more");
        }
        List<String> leftOut = new ArrayList<>();
        History history = history(leftOut);
        PrintWriter err = spec.commandLine().getErr();
        leftOut.forEach(why -> err.println("run-matrix: left out: " + why));
        err.flush();
        write(text(history, leftOut));
        return failOn.isPresent() && history.hasChanged() ? ExitCode.REGRESSION.status() : ExitCode.OK.status();
    }

    private History history(List<String> leftOut) throws CommandFailure {
        Home home = Home.current();
        List<Path> folders = results.isEmpty() ? List.of(home.results()) : results;
        requireFolders();
        HistoryRuns runs = new HistoryRuns(folders, new BaselineStore(home.baselines()));
        int most = last == 0 ? Integer.MAX_VALUE : last;
        try {
            runs.find(since);
            List<RunLevels> read =
                    runs.read(most, new ReadingProgress(spec.commandLine().getErr(), System::nanoTime));
            List<Pinned> releases = releases(runs.pinned());
            leftOut.addAll(runs.leftOut());
            if (runs.olderThan(most) > 0) {
                leftOut.add(runs.olderThan(most) + " older runs; --last 0 takes all");
            }
            return History.of(metric, new HistoryCells(only, cells).of(read), releases);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, "the stored runs cannot be read: " + e.getMessage());
        }
    }

    private void requireFolders() throws CommandFailure {
        for (Path folder : results) {
            if (!Files.isDirectory(folder)) {
                throw new CommandFailure(ExitCode.USAGE, "--results " + folder + ": no such folder");
            }
        }
    }

    private List<Pinned> releases(List<Pinned> saved) throws CommandFailure {
        if (pinned.isEmpty()) {
            return saved;
        }
        List<Pinned> named = saved.stream()
                .filter(release -> release.name().equals(pinned.get()))
                .toList();
        if (named.isEmpty()) {
            String known = saved.isEmpty()
                    ? "there is none"
                    : "these are "
                            + String.join(", ", saved.stream().map(Pinned::name).toList());
            throw new CommandFailure(ExitCode.USAGE, "--pinned " + pinned.get() + ": no such baseline; " + known);
        }
        return named;
    }

    private String text(History history, List<String> leftOut) throws CommandFailure {
        try {
            return switch (format) {
                case TEXT -> String.join("\n", HistoryText.lines(HistoryReport.of(history, leftOut), paint())) + "\n";
                case MD -> new HistoryRenderer(Optional.empty()).markdown(HistoryReport.of(history, leftOut));
                case HTML -> new HistoryRenderer(Optional.empty()).html(HistoryReport.of(history, leftOut));
                case JSON -> HistoryJson.of(history, leftOut) + "\n";
                case OTAVA -> String.join("\n", HistoryCsv.lines(history)) + "\n";
            };
        } catch (UnusableTemplateException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INTERNAL, "a template cannot be read: " + e.getMessage());
        }
    }

    private Paint paint() {
        return file().isEmpty() ? Paint.of(spec.commandLine().getOut()) : Paint.NONE;
    }

    /** Where it goes; absent for standard output. */
    private Optional<Path> file() {
        return out.filter(path -> !path.toString().equals("-"));
    }

    private void write(String text) throws CommandFailure {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(text);
            terminal.flush();
            return;
        }
        try {
            Files.writeString(file.get(), text);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file.get() + ": cannot be written: " + e.getMessage());
        }
    }
}
