// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.resource.CpuList;
import dev.runmatrix.harness.result.live.InputVolume;
import dev.runmatrix.harness.result.live.LiveEnd;
import dev.runmatrix.harness.result.live.LiveGrant;
import dev.runmatrix.harness.result.live.LiveMachine;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches one process, and what it starts, for a while. For use by one thread. */
public final class LiveWatch {

    private static final Duration PERIOD = Duration.ofMillis(250);

    /** A tree of very many threads is looked at less often, so that looking does not become the load. */
    private static final int MANY_THREADS = 150;

    private static final Duration LONG_PERIOD = Duration.ofSeconds(1);
    private static final long CLOSELY_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final ProcFiles proc;
    private final long pid;
    private final boolean descendants;
    private final ProcStat root;
    private final List<String> command;
    private final LiveProcess process;

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
        for (String stream : List.of("2", "1")) {
            try {
                Path target = Files.readSymbolicLink(proc.of(pid).resolve("fd").resolve(stream));
                if (Files.isRegularFile(target)) {
                    return Optional.of(target);
                }
            } catch (IOException e) {
                // Not ours to look at, or closed.
                continue;
            }
        }
        return Optional.empty();
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
        ThreadWatch threads = new ThreadWatch(proc);
        TreeCounters counters = new TreeCounters(proc);
        GroupWatch group = new GroupWatch(proc, pid);
        List<LiveSample> samples = new ArrayList<>();
        Optional<HostClock> hostAtStart = HostClock.read(proc);
        Duration ownAtStart = ownCpu();
        long began = System.nanoTime();
        long closely = 0;
        int affinity = affinityCores();
        Optional<InputVolume> inputAtStart = input();
        LiveEnd end = LiveEnd.PROCESS_ENDED;
        Map<Long, ProcStat> living = tree.look();
        while (!living.isEmpty()) {
            long elapsed = samples.isEmpty() ? 0 : System.nanoTime() - began;
            boolean close = elapsed >= closely;
            closely = close ? elapsed + CLOSELY_EVERY_NANOS : closely;
            ThreadStates states = threads.look(living, close);
            counters.look(living);
            log.ifPresent(tail -> tail.look(elapsed));
            LiveSample sample = sample(elapsed, living, states, threads, counters, hostAtStart);
            samples.add(sample);
            listener.accept(sample);
            if (elapsed >= length.toNanos()) {
                end = LiveEnd.TIME_UP;
                break;
            }
            if (!pause(states.all() > MANY_THREADS ? LONG_PERIOD : PERIOD, length.toNanos() - elapsed)) {
                end = LiveEnd.INTERRUPTED;
                break;
            }
            living = tree.look();
        }
        if (samples.isEmpty()) {
            samples.add(new LiveSample(0, 0, 0, Optional.empty(), 0, ThreadStates.NONE, Optional.empty(), 0));
        }
        List<LiveSetting> settings = new ArrayList<>(CommandSettings.of(command));
        settings.addAll(configured);
        return new LiveObservation(
                process,
                descendants,
                samples,
                threads.threads(),
                counters.counters(),
                grant(group, affinity),
                machine(hostAtStart, ownAtStart),
                end,
                settings,
                log.map(LogTail::progress),
                input().flatMap(now -> inputAtStart.map(then -> new InputVolume(
                        now.readBytes(), Math.max(0, now.readBytes() - then.readBytes()), now.inputBytes()))),
                new Unreadable(proc).sentences());
    }

    private LiveSample sample(
            long elapsed,
            Map<Long, ProcStat> living,
            ThreadStates states,
            ThreadWatch threads,
            TreeCounters counters,
            Optional<HostClock> hostAtStart) {
        long rss = 0;
        Optional<Long> swap = Optional.empty();
        for (long member : living.keySet()) {
            List<String> status = proc.lines(proc.of(member).resolve("status"));
            rss += Counters.kiloBytes(status, "VmRSS:").orElse(0L);
            long before = swap.orElse(0L);
            swap = Counters.kiloBytes(status, "VmSwap:")
                    .map(bytes -> before + bytes)
                    .or(() -> before > 0 ? Optional.of(before) : Optional.empty());
        }
        long hostBusy = HostClock.read(proc)
                .flatMap(now -> hostAtStart.map(then -> now.busyNanos() - then.busyNanos()))
                .orElse(0L);
        return new LiveSample(
                elapsed, counters.cpuNanos(), rss, swap, living.size(), states, threads.queueNanos(), hostBusy);
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

    private LiveGrant grant(GroupWatch group, int affinity) {
        GroupWatch.Throttle throttle = group.throttledSinceStart();
        Optional<Long> addressLimit =
                Counters.number(Counters.text(proc.lines(proc.of(pid).resolve("limits")), "Max address space")
                        .map(text -> text.split(" +", 2)[0])
                        .orElse(""));
        return new LiveGrant(
                affinity,
                group.quotaCores(),
                throttle.nanos(),
                throttle.throttled(),
                throttle.periods(),
                group.memory(),
                addressLimit,
                Counters.kiloBytes(proc.lines(proc.of(pid).resolve("status")), "VmSize:"),
                group.pressureSinceStart(),
                group.ownPressure());
    }

    private int affinityCores() {
        return Counters.text(proc.lines(proc.of(pid).resolve("status")), "Cpus_allowed_list:")
                .map(CpuList::count)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    private LiveMachine machine(Optional<HostClock> atStart, Duration ownAtStart) {
        List<String> memory = proc.lines(proc.root().resolve("meminfo"));
        HostClock zero = new HostClock(0, 0, 0, 0, Runtime.getRuntime().availableProcessors());
        HostClock now = HostClock.read(proc).orElse(zero);
        HostClock then = atStart.orElse(now);
        return new LiveMachine(
                now.processors(),
                Counters.kiloBytes(memory, "MemTotal:"),
                Counters.kiloBytes(memory, "MemAvailable:"),
                now.busyNanos() - then.busyNanos(),
                Math.max(0, now.ioWaitNanos() - then.ioWaitNanos()),
                Math.max(0, now.stealNanos() - then.stealNanos()),
                now.totalNanos() - then.totalNanos(),
                ownCpu().minus(ownAtStart).toNanos());
    }

    private Optional<InputVolume> input() {
        if (!process.aggregator()) {
            return Optional.empty();
        }
        Optional<Long> read = Counters.number(proc.lines(proc.of(pid).resolve("io")), "rchar:");
        Optional<Long> all = AggregatorInput.bytes(command, proc.of(pid).resolve("cwd"));
        return read.flatMap(bytes -> all.map(total -> new InputVolume(bytes, 0, total)));
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
