// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.fork.ForkReport;
import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.fork.ParentWatch;
import dev.runmatrix.harness.resource.ControlGroups;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.resource.ProcessObserver;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ResourceSample;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs each fork through a JMH runner of its own. For one thread, but for {@link #stop()}. */
public final class JmhTrialRunner implements TrialRunner {

    private static final long SEARCH_PERIOD_NANOS = 2_000_000;
    private static final long GRACE_MILLIS = 300;
    private static final long LAST_WAIT_MILLIS = 10_000;

    private final Machine machine;
    private final String benchmark;
    private final RunGuard guard;
    private final ControlGroups groups = ControlGroups.ofThisProcess();
    private volatile boolean stopping;
    private volatile Optional<ForkProcess> current = Optional.empty();
    private int trials;

    /**
     * A runner of one benchmark.
     *
     * @param benchmark class and method, {@code dev.runmatrix.harness.fork.AggregationBenchmark.aggregate}
     */
    public JmhTrialRunner(Machine machine, String benchmark) {
        this(machine, benchmark, RunGuard.unwatched());
    }

    JmhTrialRunner(Machine machine, String benchmark, RunGuard guard) {
        this.machine = machine;
        this.benchmark = benchmark;
        this.guard = guard;
    }

    @Override
    public void stop() {
        stopping = true;
        current.ifPresent(ForkProcess::kill);
    }

    @Override
    public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
        Files.deleteIfExists(trial.task().report());
        Path taskFile = trial.workDirectory().resolve("task.properties");
        trial.task().write(taskFile);
        OptionalLong killsBefore = groups.memoryKills();
        String mark = "-Drunmatrix.fork=" + guard.mark() + "-" + ++trials;
        try (ForkTalk talk = ForkTalk.listen()) {
            JmhFork jmh = JmhFork.start(benchmark, jvmArgs(trial, mark, taskFile), trial.group(), talk);
            Optional<ForkProcess> fork = find(mark, jmh);
            long startNanos = System.nanoTime();
            Instant startedAt = Instant.now();
            current = fork;
            if (stopping) {
                fork.ifPresent(ForkProcess::kill);
            }
            Optional<ProcessObserver> observer =
                    fork.flatMap(f -> machine.observe(f.handle().pid(), startNanos));
            Ending ending = Ending.BY_ITSELF;
            Optional<Observation> observation = Optional.empty();
            if (fork.isPresent() && observer.isPresent()) {
                ForkWatch.Watched watched =
                        new ForkWatch(fork.get(), exit(fork.get()), observer.get(), trial, onSample).watch();
                ending = watched.ending();
                observation = Optional.of(watched.observation());
            }
            awaitJmh(jmh, fork);
            current = Optional.empty();
            Evidence evidence = new Evidence(
                    stopping ? Ending.STOPPED : ending,
                    talk.exitCode(),
                    jmh.error(),
                    talk.processText(),
                    fork.isPresent(),
                    report(trial.task()),
                    kernelKilled(killsBefore));
            return outcome(
                    trial,
                    startedAt,
                    evidence,
                    observation,
                    talk,
                    fork.map(ForkProcess::strays).orElse(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a fork ran");
        }
    }

    private static TrialOutcome outcome(
            Trial trial,
            Instant startedAt,
            Evidence evidence,
            Optional<Observation> observation,
            ForkTalk talk,
            int strays) {
        Optional<ForkReport> report = evidence.report();
        Optional<Failure> failure = evidence.failure(trial.protocol());
        return new TrialOutcome(
                startedAt,
                evidence.ending() == Ending.STOPPED,
                failure,
                observation.map(seen -> new ProcessUsage(
                        seen.wallNanos(),
                        seen.cpuNanos(),
                        peakRssBytes(report.map(ForkReport::peakRssBytes).orElse(OptionalLong.empty()), seen),
                        seen.threads())),
                report.map(r -> new RegionUsage(
                        Math.max(0, r.beginEpochMillis() - startedAt.toEpochMilli()),
                        r.wallNanos(),
                        r.cpuNanos(),
                        r.gcMillis(),
                        r.gcCount(),
                        r.peakHeapBytes(),
                        r.rowsRead(),
                        r.detail())),
                observation,
                report,
                failure.isEmpty() && talk.processText().isBlank() ? "" : talk.wholeText(),
                strays);
    }

    private static Optional<Long> peakRssBytes(OptionalLong kernelPeak, Observation seen) {
        OptionalLong best = kernelPeak.isPresent() ? kernelPeak : seen.greatestRssBytes();
        return best.isPresent() ? Optional.of(best.getAsLong()) : Optional.empty();
    }

    private static List<String> jvmArgs(Trial trial, String mark, Path taskFile) {
        // The mark comes first: some ways to read a command line stop after a page.
        List<String> args = new ArrayList<>(List.of(
                mark,
                "-D" + ForkTask.PROPERTY + "=" + taskFile,
                "-D" + ParentWatch.PROPERTY + "=" + ProcessHandle.current().pid(),
                "-Djmh.shutdownTimeout=5",
                // A killed fork leaves behind what libraries unpacked; there it goes with the rest.
                "-Djava.io.tmpdir=" + trial.workDirectory()));
        args.addAll(trial.jvmArgs());
        return args;
    }

    /** The process, as soon as it is there; empty where JMH ended without one that lived long enough to be found. */
    private Optional<ForkProcess> find(String mark, JmhFork jmh) {
        Optional<ForkProcess> found = ForkProcess.find(mark, guard::remember);
        while (found.isEmpty() && !jmh.isDone()) {
            LockSupport.parkNanos(SEARCH_PERIOD_NANOS);
            found = ForkProcess.find(mark, guard::remember);
        }
        return found;
    }

    private static CompletableFuture<Long> exit(ForkProcess fork) {
        return fork.handle().onExit().thenApply(ended -> System.nanoTime());
    }

    private static void awaitJmh(JmhFork jmh, Optional<ForkProcess> fork) throws InterruptedException {
        if (!jmh.await(GRACE_MILLIS)) {
            fork.ifPresent(ForkProcess::killStrays);
            jmh.await(LAST_WAIT_MILLIS);
        }
        fork.ifPresent(ForkProcess::killStrays);
    }

    private boolean kernelKilled(OptionalLong before) {
        OptionalLong after = groups.memoryKills();
        return before.isPresent() && after.isPresent() && after.getAsLong() > before.getAsLong();
    }

    private static Optional<ForkReport> report(ForkTask task) throws IOException {
        return Files.exists(task.report()) ? Optional.of(ForkReport.read(task.report())) : Optional.empty();
    }
}
