// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.resource.ControlGroups;
import dev.runmatrix.harness.resource.ExpectedTree;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.resource.PeakRss;
import dev.runmatrix.harness.resource.ProcessObserver;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.ResourceSample;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs each fork as a program of the user's. For one thread, but for {@link #stop()}. */
final class CommandTrialRunner implements TrialRunner {

    private final Machine machine;
    private final RunGuard guard;
    private final Path folder;
    private final ControlGroups groups = ControlGroups.ofThisProcess();
    private volatile boolean stopping;
    private volatile Optional<ForkProcess> current = Optional.empty();
    private int trials;

    /**
     * A runner.
     *
     * @param folder what working directories are relative to
     */
    CommandTrialRunner(Machine machine, RunGuard guard, Path folder) {
        this.machine = machine;
        this.guard = guard;
        this.folder = folder;
    }

    @Override
    public void stop() {
        stopping = true;
        current.ifPresent(ForkProcess::kill);
    }

    @Override
    public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
        Invocation invocation = trial.command().orElseThrow();
        Map.Entry<String, String> mark = Map.entry(guard.variable(), "fork-" + ++trials);
        OptionalLong killsBefore = groups.memoryKills();
        ExpectedTree expected = machine.expectTree(mark.getKey() + "=" + mark.getValue());
        Instant startedAt = Instant.now();
        long startNanos = System.nanoTime();
        RunningProgram program;
        try {
            program = RunningProgram.start(invocation, folder, mark);
        } catch (IOException e) {
            return notStarted(startedAt, StartFailure.words(invocation, e));
        }
        try {
            ProcessObserver observer = expected.started(program.tree().handle().pid(), startNanos);
            return watch(trial, program, observer, startedAt, killsBefore, onSample);
        } catch (InterruptedException e) {
            program.tree().kill();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a fork ran");
        } finally {
            current = Optional.empty();
        }
    }

    private TrialOutcome watch(
            Trial trial,
            RunningProgram program,
            ProcessObserver observer,
            Instant startedAt,
            OptionalLong killsBefore,
            Consumer<ResourceSample> onSample)
            throws InterruptedException {
        ForkProcess tree = program.tree();
        current = Optional.of(tree);
        if (stopping) {
            tree.kill();
        }
        PeakRss peak = new PeakRss(tree.handle().pid());
        ForkWatch.Watched watched = new ForkWatch(tree, program.ended(), observer, trial, sample -> {
                    peak.look();
                    onSample.accept(sample);
                })
                .watch();
        program.awaitOutput();
        program.endStrays();
        CommandEvidence evidence =
                new CommandEvidence(watched.ending(), program.exitCode(), program.said(), kernelKilled(killsBefore));
        Observation seen = watched.observation();
        return new TrialOutcome(
                startedAt,
                stopping,
                evidence.failure(trial.protocol()),
                Optional.of(new ProcessUsage(seen.wallNanos(), seen.cpuNanos(), greatest(seen, peak), seen.threads())),
                Optional.empty(),
                Optional.of(seen),
                Optional.empty(),
                program.said(),
                tree.strays());
    }

    private TrialOutcome notStarted(Instant startedAt, String why) {
        Failure failure = new Failure(FailureKind.NOT_STARTED, why, Optional.empty(), Optional.empty());
        return new TrialOutcome(
                startedAt,
                stopping,
                Optional.of(failure),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                why,
                0);
    }

    private static Optional<Long> greatest(Observation seen, PeakRss peak) {
        return LongStream.concat(seen.greatestRssBytes().stream(), peak.bytes().stream())
                .boxed()
                .max(Long::compare);
    }

    private boolean kernelKilled(OptionalLong before) {
        OptionalLong after = groups.memoryKills();
        return before.isPresent() && after.isPresent() && after.getAsLong() > before.getAsLong();
    }
}
