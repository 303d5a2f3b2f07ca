// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.ProgramEnd;
import dev.runmatrix.harness.trial.Trial;
import dev.runmatrix.harness.trial.TrialOutcome;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Forks of single cells outside a run, each of which may be started in its own way: with hooks, limits and a judged output
 * as those of a run. For one thread, but for {@link #interrupt(int)}.
 */
public final class CellForks implements AutoCloseable {

    private final RunRequest request;
    private final Changed runner;
    private final ForkStep step;
    private final RunListener listener;
    private final AtomicInteger interruptedWith = new AtomicInteger();
    private int attempts;

    private CellForks(RunRequest request, Changed runner, ForkStep step, RunListener listener) {
        this.request = request;
        this.runner = runner;
        this.step = step;
        this.listener = listener;
    }

    /**
     * Begins.
     *
     * @param request the cells, their data and programs
     * @param directory an existing folder for samples and logs
     */
    public static CellForks open(RunRequest request, Path directory, TrialRunner runner, RunListener listener)
            throws IOException {
        Changed changed = new Changed(runner);
        return new CellForks(
                request, changed, new ForkStep(request, RunStore.open(directory), changed, listener), listener);
    }

    /** What was asked for. */
    public RunRequest request() {
        return request;
    }

    /**
     * Makes a fork.
     *
     * @param change how it differs from one of a run
     * @return empty when the harness was told to stop meanwhile
     */
    public Optional<ForkRecord> run(PlannedCell cell, UnaryOperator<Trial> change) throws IOException {
        if (interruptedWith.get() != 0) {
            return Optional.empty();
        }
        attempts++;
        ScheduledFork fork = new ScheduledFork(cell.name(), attempts, attempts);
        runner.change = change;
        listener.forkStarted(fork, cell);
        Optional<ForkRecord> made = step.run(attempts, fork, cell).map(ForkStep.Measured::fork);
        made.ifPresent(listener::forkEnded);
        return made;
    }

    /** Ends the fork that runs now; none is made after it. */
    public void interrupt(int status) {
        interruptedWith.compareAndSet(0, status);
        runner.stop();
    }

    /** The exit status that it was ended with, 0 where it was not. */
    public int interruptedWith() {
        return interruptedWith.get();
    }

    @Override
    public void close() throws IOException {
        step.close();
    }

    /** Another runner, that is given changed forks. */
    private static final class Changed implements TrialRunner {

        private final TrialRunner runner;
        private UnaryOperator<Trial> change = UnaryOperator.identity();

        Changed(TrialRunner runner) {
            this.runner = runner;
        }

        @Override
        public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
            return runner.run(change.apply(trial), onSample);
        }

        @Override
        public ProgramEnd runAside(Invocation program, Duration timeout) throws IOException {
            return runner.runAside(program, timeout);
        }

        @Override
        public boolean isStopping() {
            return runner.isStopping();
        }

        @Override
        public void stop() {
            runner.stop();
        }
    }
}
