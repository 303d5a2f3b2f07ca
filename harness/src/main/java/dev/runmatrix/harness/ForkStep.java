// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.SampleFile;
import dev.runmatrix.harness.trial.Trial;
import dev.runmatrix.harness.trial.TrialOutcome;
import dev.runmatrix.harness.trial.TrialRunner;
import dev.runmatrix.harness.verify.OutputVerifier;
import dev.runmatrix.harness.verify.UnreadableOutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one fork through start, measurement, verification and storing of its files. */
final class ForkStep implements AutoCloseable {

    private static final Set<FailureKind> OUT_OF_TIME = EnumSet.of(FailureKind.TIMEOUT, FailureKind.STALLED);

    private final RunRequest request;
    private final Path directory;
    private final WorkFolders folders;
    private final Path work;
    private final TrialRunner runner;
    private final RunListener listener;
    private final OutputVerifier verifier;

    ForkStep(RunRequest request, RunStore store, TrialRunner runner, RunListener listener) throws IOException {
        this.request = request;
        this.directory = store.directory();
        this.folders = new WorkFolders(directory);
        this.work = folders.open();
        this.runner = runner;
        this.listener = listener;
        this.verifier = new OutputVerifier(work, true);
    }

    /** Runs a fork; empty when the harness was told to stop meanwhile. */
    Optional<Measured> run(int attempt, ScheduledFork fork, PlannedCell cell) throws IOException {
        RunInput input = input(cell);
        Path output = work.resolve("output.parquet");
        ForkTask task = new ForkTask(
                cell.cell().axes(), input.files(), input.params(), output, work.resolve("report.properties"));
        Trial trial = new Trial(task, request.spec().jvmArgs(), request.spec().protocol(), work);
        TrialOutcome outcome = runner.run(trial, listener::forkSampled);
        if (outcome.stopped()) {
            return Optional.empty();
        }
        Judged judged = outcome.failure().isPresent()
                ? new Judged(outcome.failure(), Optional.empty())
                : judge(cell, input, output);
        Files.deleteIfExists(output);
        String label = label(attempt, fork);
        long harnessNanos = outcome.observation().map(Observation::harnessNanos).orElse(0L);
        return Optional.of(new Measured(record(attempt, fork, cell, label, outcome, judged), harnessNanos));
    }

    /** Removes the files between harness and forks, and the kept outputs. */
    @Override
    public void close() throws IOException {
        folders.close();
    }

    /** Takes in the forks of earlier sittings, with whose reference outputs those of this one are compared. */
    void remember(List<ForkRecord> earlier) {
        Map<String, PlannedCell> cells = new HashMap<>();
        request.plan().cells().forEach(cell -> cells.put(cell.name(), cell));
        for (ForkRecord fork : earlier) {
            Optional<OutputCheck> reference =
                    fork.output().filter(check -> check.againstReference().isEmpty() && !check.isWrong());
            Optional.ofNullable(cells.get(fork.cell()))
                    .ifPresent(cell -> reference.ifPresent(
                            check -> verifier.expect(input(cell).facts().name(), check.digest())));
        }
    }

    private static String label(int attempt, ScheduledFork fork) {
        if (fork.isWarmup()) {
            return "warmup" + attempt;
        }
        return (fork.twin() ? "twin" : "") + fork.fork() + (fork.repeat() ? "-again" : "");
    }

    private ForkRecord record(
            int attempt, ScheduledFork fork, PlannedCell cell, String label, TrialOutcome outcome, Judged judged)
            throws IOException {
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
                withLog(judged.failure(), cell, label, outcome.said()),
                outcome.process(),
                outcome.region(),
                outcome.observation().map(Observation::noise),
                judged.output(),
                samples(cell, label, outcome),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private Judged judge(PlannedCell cell, RunInput input, Path output) throws IOException {
        try {
            OutputCheck check = verifier.check(input.facts().name(), output, input.expected());
            boolean becameReference = check.againstReference().isEmpty() && !check.isWrong();
            if (becameReference
                    && request.plan().reference().isPresent()
                    && !request.plan().isReferenceSetting(cell)) {
                listener.noted("Outputs on " + input.facts().name() + " are compared with that of " + cell.name()
                        + ", the first good one.");
            }
            return new Judged(Optional.empty(), Optional.of(check));
        } catch (UnreadableOutputException e) {
            Failure failure = new Failure(
                    FailureKind.CRASHED, String.valueOf(e.getMessage()), Optional.empty(), Optional.empty());
            return new Judged(Optional.of(failure), Optional.empty());
        }
    }

    private Optional<Failure> withLog(Optional<Failure> failure, PlannedCell cell, String label, String said)
            throws IOException {
        if (failure.isEmpty() || said.isBlank()) {
            return failure;
        }
        String log = "logs/" + cell.name() + "-" + label + ".log";
        Path file = directory.resolve(log);
        Files.createDirectories(file.getParent());
        Files.writeString(file, said);
        return failure.map(f -> new Failure(f.kind(), f.message(), f.exitCode(), Optional.of(log)));
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

    private RunInput input(PlannedCell cell) {
        List<RunInput> inputs = request.inputs();
        Optional<String> name = cell.cell().get(Axis.DATASET.key());
        return inputs.stream()
                .filter(input ->
                        name.isEmpty() || name.get().equals(input.facts().name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no input for " + cell.name()));
    }

    /**
     * A fork that is to be stored.
     *
     * @param fork its record
     * @param harnessNanos processor time of the harness while it ran
     */
    record Measured(ForkRecord fork, long harnessNanos) {}

    /**
     * What became of a fork once its output was looked at.
     *
     * @param failure absent where there is an output
     * @param output absent where there is none
     */
    private record Judged(Optional<Failure> failure, Optional<OutputCheck> output) {

        ForkStatus status() {
            if (failure.isEmpty()) {
                return ForkStatus.OK;
            }
            return OUT_OF_TIME.contains(failure.get().kind()) ? ForkStatus.TIMED_OUT : ForkStatus.FAILED;
        }
    }
}
