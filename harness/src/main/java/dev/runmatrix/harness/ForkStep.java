// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.OutputJudge.Judged;
import dev.runmatrix.harness.fork.ForkReport;
import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.SampleFile;
import dev.runmatrix.harness.trial.HarmlessText;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.Trial;
import dev.runmatrix.harness.trial.TrialOutcome;
import dev.runmatrix.harness.trial.TrialRunner;
import dev.runmatrix.harness.verify.OutputVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes one fork through start, measurement, verification and storing of its files. */
final class ForkStep implements AutoCloseable {

    private final RunRequest request;
    private final Path directory;
    private final WorkFolders folders;
    private final Path work;
    private final TrialRunner runner;
    private final RunListener listener;
    private final String runId;
    private final ForkHooks hooks;
    private final OutputJudge judge;

    ForkStep(RunRequest request, RunStore store, TrialRunner runner, RunListener listener) throws IOException {
        this.request = request;
        this.directory = store.directory();
        this.folders = new WorkFolders(directory);
        this.work = folders.open();
        this.runner = runner;
        this.listener = listener;
        this.runId = directory.getFileName().toString();
        this.hooks = new ForkHooks(
                request.spec().hooks(), runner, request.spec().protocol().timeout(), listener);
        this.judge = new OutputJudge(request, runner, listener, work);
    }

    /** Runs a fork; empty when the harness was told to stop meanwhile. */
    Optional<Measured> run(int attempt, ScheduledFork fork, PlannedCell cell) throws IOException {
        Optional<RunInput> input = input(cell);
        Optional<CommandTarget> target = request.spec().commandOf(cell.cell());
        Path output = work.resolve(target.isPresent() ? "output" : "output.parquet");
        ForkCommands commands = new ForkCommands(runId, fork, cell, input, output);
        StringBuilder said = new StringBuilder();
        TrialOutcome outcome;
        Judged judged;
        try {
            Optional<Failure> unprepared = hooks.before(cell, commands, said);
            outcome = unprepared.isPresent()
                    ? TrialOutcome.unprepared(unprepared.get(), runner.isStopping())
                    : runner.run(trial(cell, input, output, target.map(commands::measured)), listener::forkSampled);
            said.append(outcome.said());
            judged = outcome.stopped() || outcome.failure().isPresent()
                    ? new Judged(outcome.failure(), Optional.empty())
                    : judge.judge(cell, input, output, commands, said);
        } finally {
            hooks.after(cell, commands, said);
        }
        // First of all: a fork that has filled the disk leaves no room for what is to be said about it.
        removeLeftovers();
        if (outcome.stopped() || (runner.isStopping() && judged.isOfHook())) {
            return Optional.empty();
        }
        String label = label(attempt, fork);
        long harnessNanos = outcome.observation().map(Observation::harnessNanos).orElse(0L);
        return Optional.of(
                new Measured(record(attempt, fork, cell, label, outcome, judged, said.toString()), harnessNanos));
    }

    /** Cleans up after the cells, and removes the files between harness and forks, and the kept outputs. */
    @Override
    public void close() throws IOException {
        try {
            for (PlannedCell cell : request.plan().cells()) {
                StringBuilder said = new StringBuilder();
                hooks.cleanUp(cell, said);
                var unused = log(cell, "cleanup", said.toString());
            }
        } finally {
            folders.close();
        }
    }

    private Trial trial(PlannedCell cell, Optional<RunInput> input, Path output, Optional<Invocation> command) {
        ForkTask task = new ForkTask(
                cell.cell().axes(),
                input.map(RunInput::inputs).orElse(List.of()),
                input.map(RunInput::params).orElse(Path.of("")),
                output,
                work.resolve("report.properties"));
        return new Trial(task, request.spec().jvmArgs(), request.spec().protocol(), work, command);
    }

    /** All that a fork has left between harness and forks, but for the outputs that others are compared with. */
    private void removeLeftovers() throws IOException {
        // A program may have removed the folder itself.
        Files.createDirectories(work);
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(work)) {
            leftovers = files.filter(file -> !OutputVerifier.isReference(file)).toList();
        }
        for (Path leftover : leftovers) {
            folders.clear(leftover)
                    .ifPresent(aside -> listener.noted(
                            leftover.getFileName() + " could not be removed, and was put aside as " + aside + "."));
        }
    }

    /** Takes in the forks of earlier sittings, with whose reference outputs those of this one are compared. */
    void remember(List<ForkRecord> earlier) {
        judge.remember(earlier, cell -> input(cell).map(data -> data.facts().name()));
    }

    private static String label(int attempt, ScheduledFork fork) {
        if (fork.isWarmup()) {
            return "warmup" + attempt;
        }
        return (fork.twin() ? "twin" : "") + fork.fork() + (fork.repeat() ? "-again" : "");
    }

    private ForkRecord record(
            int attempt,
            ScheduledFork fork,
            PlannedCell cell,
            String label,
            TrialOutcome outcome,
            Judged judged,
            String said)
            throws IOException {
        Optional<String> log = log(cell, label, said);
        return new ForkRecord(
                ForkRecord.SCHEMA,
                attempt,
                cell.name(),
                cell.cell().id(),
                fork.fork(),
                fork.round(),
                fork.twin(),
                outcome.startedAt(),
                judged.status(),
                judged.failure().map(f -> new Failure(f.kind(), f.message(), f.exitCode(), log)),
                outcome.process(),
                outcome.region(),
                outcome.observation().map(Observation::noise),
                judged.output(),
                samples(cell, label, outcome),
                log,
                outcome.report().map(ForkReport::jvm),
                outcome.report().flatMap(ForkReport::choice),
                outcome.strays());
    }

    /** What the fork said, and what the hooks around it said; a text that is bounded, as each of its parts is. */
    private Optional<String> log(PlannedCell cell, String label, String said) throws IOException {
        if (said.isBlank()) {
            return Optional.empty();
        }
        String log = "logs/" + cell.name() + "-" + label + ".log";
        Path file = directory.resolve(log);
        Files.createDirectories(file.getParent());
        Files.writeString(file, HarmlessText.of(said));
        return Optional.of(log);
    }

    private Optional<String> samples(PlannedCell cell, String label, TrialOutcome outcome) throws IOException {
        Optional<Observation> seen =
                outcome.observation().filter(o -> !o.samples().isEmpty());
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        String file = "samples/" + cell.name() + "/" + label + ".csv";
        SampleFile.write(directory.resolve(file), seen.get().samples());
        return Optional.of(file);
    }

    private Optional<RunInput> input(PlannedCell cell) {
        List<RunInput> inputs = request.inputs();
        Optional<String> name = cell.cell().get(Axis.DATASET.key());
        return inputs.stream()
                .filter(input ->
                        name.isEmpty() || name.get().equals(input.facts().name()))
                .findFirst();
    }

    /**
     * A fork that is to be stored.
     *
     * @param fork its record
     * @param harnessNanos processor time of the harness while it ran
     */
    record Measured(ForkRecord fork, long harnessNanos) {}
}
