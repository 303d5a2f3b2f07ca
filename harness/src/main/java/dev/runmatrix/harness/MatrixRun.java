// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.IndexEntry;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * One sitting of a run: every fork that the scheduler asks for, each stored as it ends. For one thread, but for
 * {@link #interrupt(int)}.
 */
public final class MatrixRun {

    private final RunRequest request;
    private final SittingTask task;
    private final TrialRunner runner;
    private final RunListener listener;
    private final LongSupplier nanoClock;
    private final AtomicInteger interruptedWith = new AtomicInteger();

    /** A new run, whose time is limited by its protocol. */
    public MatrixRun(RunRequest request, TrialRunner runner, RunListener listener) {
        this(request, SittingTask.begin(request.spec().protocol().budget(), false), runner, listener);
    }

    /** A sitting. Plan, spec and seed of the request are those of the run that it goes on with, if any. */
    public MatrixRun(RunRequest request, SittingTask task, TrialRunner runner, RunListener listener) {
        this(request, task, runner, listener, System::nanoTime);
    }

    MatrixRun(RunRequest request, SittingTask task, TrialRunner runner, RunListener listener, LongSupplier nanoClock) {
        this.request = request;
        this.task = task;
        this.runner = runner;
        this.listener = listener;
        this.nanoClock = nanoClock;
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
        List<ForkRecord> earlier = task.earlier().map(StoredRun::forks).orElse(List.of());
        RunRecord run = RunFrame.of(request, task, Instant.now());
        RunStore store = open(run);
        Tally tally = Tally.of(task.earlier());
        Scheduler scheduler = new Scheduler(run, earlier);
        Optional<CellEnd.Reason> stopped = Optional.of(CellEnd.Reason.INTERRUPTED);
        try (ForkStep step = new ForkStep(request, store, runner, listener)) {
            step.remember(earlier);
            listener.runStarted(run, store.directory(), scheduler.ahead());
            stopped = measure(scheduler, step, store, tally);
        } finally {
            end(run, store, tally, scheduler, stopped);
        }
        return store.directory();
    }

    private RunStore open(RunRecord run) throws IOException {
        RunIndex index = new RunIndex(request.results());
        if (task.earlier().isEmpty()) {
            RunStore store = RunStore.create(request.results(), run);
            // Reports and comparisons go on from the latest run of one program.
            if (run.builds().isEmpty()) {
                index.pointLatestTo(run.id());
            }
            return store;
        }
        RunStore store = RunStore.open(task.earlier().get().directory());
        store.write(run);
        return store;
    }

    /** Makes forks until nothing is left to do or something stops it, and returns what did. */
    private Optional<CellEnd.Reason> measure(Scheduler scheduler, ForkStep step, RunStore store, Tally tally)
            throws IOException {
        Map<String, PlannedCell> cells =
                request.plan().cells().stream().collect(Collectors.toMap(PlannedCell::name, Function.identity()));
        LookReport looks = new LookReport(request.spec().protocol(), scheduler, listener);
        if (task.kind() == Sitting.Kind.RESUME && scheduler.ahead().isEmpty()) {
            listener.noted("Nothing is left to be made: every planned fork has its end.");
        }
        long beganNanos = nanoClock.getAsLong();
        for (Optional<ScheduledFork> next = scheduler.next(); next.isPresent(); next = scheduler.next()) {
            ScheduledFork fork = next.get();
            Optional<CellEnd.Reason> stop = reasonToStop(scheduler, fork, tally, nanoClock.getAsLong() - beganNanos);
            if (stop.isPresent()) {
                return stop;
            }
            PlannedCell cell = cells.get(fork.cell());
            if (cell == null) {
                throw new IllegalStateException("no cell " + fork.cell() + " in the plan");
            }
            listener.forkStarted(fork, cell);
            Optional<ForkStep.Measured> measured = step.run(tally.attempts() + 1, fork, cell);
            if (measured.isEmpty()) {
                return Optional.of(CellEnd.Reason.INTERRUPTED);
            }
            ForkRecord record = measured.get().fork();
            store.append(record);
            tally.add(record, measured.get().harnessNanos());
            scheduler.made(fork, record);
            listener.forkEnded(record);
            looks.look();
        }
        return interruptedWith.get() == 0 ? Optional.empty() : Optional.of(CellEnd.Reason.INTERRUPTED);
    }

    private Optional<CellEnd.Reason> reasonToStop(
            Scheduler scheduler, ScheduledFork next, Tally tally, long elapsedNanos) {
        if (interruptedWith.get() != 0) {
            return Optional.of(CellEnd.Reason.INTERRUPTED);
        }
        if (task.failFast() && tally.lostInThisSitting() > 0) {
            return Optional.of(CellEnd.Reason.FAIL_FAST);
        }
        double nextNanos = scheduler.usualLifeNanos(next).orElse(0);
        return task.budget()
                .filter(budget -> elapsedNanos + nextNanos > budget.toNanos())
                .map(over -> CellEnd.Reason.BUDGET);
    }

    private void end(RunRecord run, RunStore store, Tally tally, Scheduler scheduler, Optional<CellEnd.Reason> stopped)
            throws IOException {
        boolean complete = stopped.filter(CellEnd.Reason.INTERRUPTED::equals).isEmpty();
        int signalled = interruptedWith.get();
        int status = signalled != 0 ? signalled : complete ? tally.exitStatus() : Tally.IO_FAILURE;
        RunState state = complete ? RunState.COMPLETE : RunState.INTERRUPTED;
        List<CellEnd> before = task.earlier().map(e -> e.run().ends()).orElse(List.of());
        List<CellEnd> ends = scheduler.ends(stopped, before);
        RunRecord ended =
                run.ended(state, Instant.now(), tally.harnessCores(), status).withEnds(ends);
        store.write(ended);
        new RunIndex(request.results()).append(entry(ended, status, tally));
        tally.requireSum(ends);
    }

    private static IndexEntry entry(RunRecord run, int status, Tally tally) {
        return new IndexEntry(
                IndexEntry.SCHEMA,
                run.id(),
                run.startedAt(),
                run.state(),
                status,
                run.environment().gitCommit(),
                run.environment().gitDirty(),
                run.environment().buildDigest(),
                run.environment().machineClass(),
                run.seed(),
                tally.attempts(),
                tally.failed());
    }
}
