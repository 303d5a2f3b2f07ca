// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.live.LiveWatch;
import dev.runmatrix.harness.live.LogTail;
import dev.runmatrix.harness.live.SettingsFile;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveSetting;
import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.render.TriageRenderer;
import dev.runmatrix.reports.render.UnusableTemplateException;
import dev.runmatrix.reports.triage.Triage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix triage}. */
@Command(
        name = "triage",
        description =
                "Watches a process that is running, of any language, and says what it is doing: whether it uses its"
                        + " cores, what it waits for, and which setting explains that. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 whatever it found, 2 wrong arguments or no such process, 70 a",
            "bug, 74 a report cannot be written, 130 or 143 interrupted; what was seen until",
            "then is told.",
            "",
            "Examples:",
            "  ./run-matrix triage --pid 4711",
            "  ./run-matrix triage --name aggregate --for 10s --config job.yaml",
            "  ./run-matrix triage --pid 4711 --log job.log \\",
            "    --progress 'processed ([\\d,]+) rows' --rows-total 7432560"
        })
final class TriageCommand implements Callable<Integer> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Mixin
    private TriageTarget target = new TriageTarget();

    @Option(
            names = "--for",
            defaultValue = "30s",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private Duration length = Duration.ofSeconds(30);

    @Option(
            names = "--tree",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether what the process starts is watched, too (default: it is).")
    private boolean tree = true;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The program's configuration, YAML or JSON: mode, parallel_chunks, max_workers and chunk_size are"
                            + " read from it, wherever they stand.")
    private Optional<Path> config = Optional.empty();

    @Mixin
    private TriageLog log = new TriageLog();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write triage.md, triage.html and triage.json there.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "What to print: text, md, html or json (default: ${DEFAULT-VALUE}).")
    private TriageFormat format = TriageFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not say on standard error how the watch goes on.")
    private boolean quiet;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        if (length.compareTo(SHORTEST) < 0) {
            throw new CommandFailure(ExitCode.USAGE, "--for: too short to see anything; use 1s or more");
        }
        List<LiveSetting> settings = settings();
        LiveWatch watch = target.find(tree);
        Optional<LogTail> tail = log.of(watch);
        try (Interruption interruption = Interruption.watch()) {
            Thread watching = Thread.currentThread();
            interruption.stopWith(ignored -> watching.interrupt());
            Triage triage = Triage.of(observe(watch, settings, tail));
            // Writing to files would be cut short, too.
            Thread.interrupted();
            tell(triage);
            return interruption.status();
        }
    }

    private void tell(Triage triage) throws CommandFailure {
        TriageReport report = TriageReport.of(triage);
        try {
            print(triage, report);
            write(triage, report);
        } catch (UnusableTemplateException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, "the report could not be written: " + e.getMessage());
        }
    }

    private List<LiveSetting> settings() throws CommandFailure {
        if (config.isEmpty()) {
            return List.of();
        }
        try {
            List<LiveSetting> settings = SettingsFile.read(config.get());
            if (settings.isEmpty() && !quiet) {
                command.commandLine()
                        .getErr()
                        .println("--config " + config.get()
                                + ": none of mode, parallel_chunks, max_workers, chunk_size is in it with a value"
                                + " that it may have");
            }
            return settings;
        } catch (SettingsFile.Unreadable e) {
            throw new CommandFailure(ExitCode.USAGE, "--config " + e.getMessage());
        }
    }

    private LiveObservation observe(LiveWatch watch, List<LiveSetting> settings, Optional<LogTail> tail) {
        PrintWriter err = command.commandLine().getErr();
        boolean terminal = Terminal.watchesStandardError();
        if (!quiet && !terminal) {
            err.println("watching process " + watch.process().pid() + ", "
                    + watch.process().name() + ", for " + Amounts.duration(length));
        }
        TriageWatchLine line = new TriageWatchLine(
                System.err, !quiet && terminal, watch.process().pid(), length);
        LiveObservation seen = watch.watch(length, settings, tail, line::update);
        line.clear();
        return seen;
    }

    private void print(Triage triage, TriageReport report) throws IOException, UnusableTemplateException {
        PrintWriter terminal = command.commandLine().getOut();
        switch (format) {
            case TEXT -> TriageText.lines(report, Paint.of(terminal)).forEach(terminal::println);
            case MD -> terminal.print(new TriageRenderer(Optional.empty()).markdown(report));
            case HTML -> terminal.print(new TriageRenderer(Optional.empty()).html(report));
            case JSON -> terminal.print(TriageJson.of(triage, report));
        }
        terminal.flush();
    }

    private void write(Triage triage, TriageReport report) throws IOException, UnusableTemplateException {
        if (out.isEmpty()) {
            return;
        }
        TriageRenderer renderer = new TriageRenderer(Optional.empty());
        Path folder = Files.createDirectories(out.get());
        Files.writeString(folder.resolve("triage.md"), renderer.markdown(report));
        Files.writeString(folder.resolve("triage.html"), renderer.html(report));
        Files.writeString(folder.resolve("triage.json"), TriageJson.of(triage, report));
        if (!quiet) {
            command.commandLine().getErr().println("written: triage.md, triage.html and triage.json in " + folder);
        }
    }
}
