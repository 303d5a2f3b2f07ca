// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.IndexEntry;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One execution of a matrix: every fork in order, each stored as it ends. For one thread, but for
 * {@link #interrupt(int)}.
 */
public final class MatrixRun {

    private final RunRequest request;
    private final TrialRunner runner;
    private final RunListener listener;
    private final AtomicInteger interruptedWith = new AtomicInteger();

    public MatrixRun(RunRequest request, TrialRunner runner, RunListener listener) {
        this.request = request;
        this.runner = runner;
        this.listener = listener;
    }

    /**
     * Ends the run early: the fork that runs is killed and forgotten, the others are not made.
     *
     * @param status exit status of the command, 128 + signal
     */
    public void interrupt(int status) {
        interruptedWith.compareAndSet(0, status);
        runner.stop();
    }

    /**
     * Measures. A fork that fails is part of the result; only what keeps the harness itself from working is thrown.
     *
     * @return the folder of the run, in which everything is stored
     */
    public Path execute() throws IOException {
        RunRecord run = RunFrame.of(request, Instant.now());
        RunStore store = RunStore.create(request.results(), run);
        new RunIndex(request.results()).pointLatestTo(run.id());
        Tally tally = new Tally();
        boolean complete = false;
        try (ForkStep step = new ForkStep(request, store, runner, listener)) {
            List<ScheduledFork> order =
                    ForkOrder.of(request.plan(), request.spec().protocol(), request.seed());
            listener.runStarted(run, store.directory(), order);
            measure(order, step, store, tally);
            complete = interruptedWith.get() == 0;
        } finally {
            end(run, store, tally, complete);
        }
        return store.directory();
    }

    private void measure(List<ScheduledFork> order, ForkStep step, RunStore store, Tally tally) throws IOException {
        for (ScheduledFork fork : order) {
            if (interruptedWith.get() != 0) {
                return;
            }
            PlannedCell cell = cell(request.plan(), fork.cell());
            listener.forkStarted(fork, cell);
            Optional<ForkStep.Measured> measured = step.run(tally.attempts() + 1, fork, cell);
            if (measured.isPresent()) {
                ForkRecord record = measured.get().fork();
                store.append(record);
                tally.add(record, measured.get().harnessNanos());
                listener.forkEnded(record);
            }
        }
    }

    private void end(RunRecord run, RunStore store, Tally tally, boolean complete) throws IOException {
        int signalled = interruptedWith.get();
        int status = signalled != 0 ? signalled : complete ? tally.exitStatus() : Tally.IO_FAILURE;
        RunState state = complete ? RunState.COMPLETE : RunState.INTERRUPTED;
        RunRecord ended = run.ended(state, Instant.now(), tally.harnessCores(), status);
        store.write(ended);
        new RunIndex(request.results())
                .append(new IndexEntry(
                        IndexEntry.SCHEMA,
                        run.id(),
                        run.startedAt(),
                        state,
                        status,
                        run.environment().gitCommit(),
                        run.environment().gitDirty(),
                        run.environment().buildDigest(),
                        run.environment().machineClass(),
                        run.seed(),
                        tally.attempts(),
                        tally.failed()));
    }

    private static PlannedCell cell(Plan plan, String name) {
        return plan.cells().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cell " + name + " in the plan"));
    }
}
