// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.InputVolume;
import dev.runmatrix.harness.result.live.LiveEnd;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveProcess;
import dev.runmatrix.harness.result.live.LiveSample;
import dev.runmatrix.harness.result.live.LiveSetting;
import dev.runmatrix.harness.result.live.ThreadStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches one process, and what it starts, for a while. For use by one thread. */
public final class LiveWatch {

    private static final Duration PERIOD = Duration.ofMillis(250);

    /** A tree of very many threads is looked at less often, so that looking does not become the load. */
    private static final int MANY_THREADS = 150;

    private static final Duration LONG_PERIOD = Duration.ofSeconds(1);

    private final ProcFiles proc;
    private final long pid;
    private final boolean descendants;
    private final ProcStat root;
    private final List<String> command;
    private final LiveProcess process;

    /** What an aggregator had read when that could last be looked at; once it has ended it cannot. */
    private Optional<Long> lastRead = Optional.empty();

    private LiveWatch(ProcFiles proc, long pid, boolean descendants, ProcStat root) {
        this.proc = proc;
        this.pid = pid;
        this.descendants = descendants;
        this.root = root;
        this.command = ProcessSearch.command(proc, pid);
        Duration age = ProcessSearch.age(proc, root);
        this.process = new LiveProcess(
                pid,
                root.name(),
                Redaction.of(command),
                Instant.now().minus(age),
                age,
                CommandSettings.isAggregator(command));
    }

    /**
     * Finds the process.
     *
     * @param proc {@code /proc}
     * @param pid number of the process
     * @param descendants whether what it starts is watched, too
     * @return empty when there is no such process, or it has ended already
     */
    public static Optional<LiveWatch> of(Path proc, long pid, boolean descendants) {
        ProcFiles files = new ProcFiles(proc);
        return files.text(files.of(pid).resolve("stat"))
                .flatMap(ProcStat::parse)
                .filter(stat -> !stat.isEnded())
                .map(stat -> new LiveWatch(files, pid, descendants, stat));
    }

    /** What is known of it before the watch begins. */
    public LiveProcess process() {
        return process;
    }

    /** The file that its standard error or output goes to; absent where that is a terminal, a pipe, or not readable. */
    public Optional<Path> outputFile() {
        return regularFile("2").or(() -> regularFile("1"));
    }

    private Optional<Path> regularFile(String stream) {
        try {
            Path target = Files.readSymbolicLink(proc.of(pid).resolve("fd").resolve(stream));
            return Files.isRegularFile(target) ? Optional.of(target) : Optional.empty();
        } catch (IOException e) {
            // Not ours to look at, or closed.
            return Optional.empty();
        }
    }

    /**
     * Watches until the time is up, the process ends, or this thread is interrupted.
     *
     * @param configured settings of a configuration file
     * @param log where the process tells how far it is
     * @param listener gets every sample
     */
    public LiveObservation watch(
            Duration length, List<LiveSetting> configured, Optional<LogTail> log, Consumer<LiveSample> listener) {
        ProcessTree tree = new ProcessTree(proc, pid, root.startTicks(), descendants);
        Optional<InputVolume> inputAtStart = input();
        Observer observer = new Observer(proc, pid, tree, log);
        LiveEnd end = observe(observer, length, sample -> {
            lastRead = readBytes().or(() -> lastRead);
            listener.accept(sample);
        });
        List<LiveSetting> settings = new ArrayList<>(CommandSettings.of(command));
        settings.addAll(configured);
        return new LiveObservation(
                process,
                descendants,
                observer.samples().isEmpty() ? List.of(nothing()) : observer.samples(),
                observer.threads().threads(),
                observer.counters().counters(),
                observer.grant().grant(),
                observer.machine().machine(),
                end,
                settings,
                log.map(LogTail::progress),
                inputAtStart.map(then -> since(then, lastRead.orElse(then.readBytes()))),
                new Unreadable(proc).sentences());
    }

    private static LiveEnd observe(Observer observer, Duration length, Consumer<LiveSample> listener) {
        while (true) {
            Optional<LiveSample> sample = observer.look();
            if (sample.isEmpty()) {
                return LiveEnd.PROCESS_ENDED;
            }
            listener.accept(sample.get());
            long left = length.toNanos() - sample.get().elapsedNanos();
            if (left <= 0) {
                return LiveEnd.TIME_UP;
            }
            boolean many = sample.get().states().all() > MANY_THREADS;
            if (!pause(many ? LONG_PERIOD : PERIOD, left)) {
                return LiveEnd.INTERRUPTED;
            }
        }
    }

    /** Sleeps for a period, or for what is left; false if it was interrupted. */
    private static boolean pause(Duration period, long leftNanos) {
        try {
            Thread.sleep(Math.max(1, Math.min(period.toMillis(), (leftNanos + 999_999) / 1_000_000)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of a process that ended before the first look. */
    private static LiveSample nothing() {
        return new LiveSample(0, 0, 0, Optional.empty(), 0, ThreadStates.NONE, Optional.empty(), 0);
    }

    private Optional<InputVolume> input() {
        if (!process.aggregator()) {
            return Optional.empty();
        }
        Optional<Long> all = AggregatorInput.bytes(command, proc.of(pid).resolve("cwd"));
        return readBytes().flatMap(bytes -> all.map(total -> new InputVolume(bytes, 0, total)));
    }

    private static InputVolume since(InputVolume then, long readBytes) {
        return new InputVolume(readBytes, Math.max(0, readBytes - then.readBytes()), then.inputBytes());
    }

    private Optional<Long> readBytes() {
        return process.aggregator()
                ? Counters.number(proc.lines(proc.of(pid).resolve("io")), "rchar:")
                : Optional.empty();
    }
}
