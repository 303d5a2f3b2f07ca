// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveSample;
import dev.runmatrix.harness.result.live.ThreadStates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a tree of processes again and again, and keeps what it saw. */
final class Observer {

    private static final long CLOSELY_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final ProcFiles proc;
    private final ProcessTree tree;
    private final Optional<LogTail> log;
    private final ThreadWatch threads;
    private final TreeCounters counters;
    private final GrantWatch grant;
    private final MachineWatch machine;
    private final List<LiveSample> samples = new ArrayList<>();
    private long beganNanos;
    private long closelyNanos;

    Observer(ProcFiles proc, long pid, ProcessTree tree, Optional<LogTail> log) {
        this.proc = proc;
        this.tree = tree;
        this.log = log;
        this.grant = new GrantWatch(proc, pid);
        warmUp();
        this.threads = new ThreadWatch(proc);
        this.counters = new TreeCounters(proc);
        this.machine = new MachineWatch(proc);
    }

    /** The first look takes long because code is loaded, and would stand at no certain moment. */
    private void warmUp() {
        Map<Long, ProcStat> living = tree.look();
        new ThreadWatch(proc).look(living, true);
        new TreeCounters(proc).look(living);
        memory(living);
        HostClock.read(proc);
    }

    /** Takes a sample; empty once the process has ended. */
    Optional<LiveSample> look() {
        Map<Long, ProcStat> living = tree.look();
        if (living.isEmpty()) {
            return Optional.empty();
        }
        long before = System.nanoTime();
        boolean closely = samples.isEmpty() || before >= closelyNanos;
        ThreadStates states = threads.look(living, closely);
        counters.look(living);
        long after = System.nanoTime();
        if (samples.isEmpty()) {
            beganNanos = before + (after - before) / 2;
        }
        // A look takes its time, more so on a busy machine: it stands in the middle of that.
        long elapsed = before + (after - before) / 2 - beganNanos;
        if (closely) {
            closelyNanos = before + CLOSELY_EVERY_NANOS;
            grant.look();
        }
        log.ifPresent(tail -> tail.look(elapsed));
        Memory memory = memory(living);
        LiveSample sample = new LiveSample(
                elapsed,
                counters.cpuNanos(),
                memory.rssBytes(),
                memory.swapBytes(),
                living.size(),
                states,
                threads.queueNanos(),
                machine.busyNanos());
        samples.add(sample);
        return Optional.of(sample);
    }

    List<LiveSample> samples() {
        return samples;
    }

    ThreadWatch threads() {
        return threads;
    }

    TreeCounters counters() {
        return counters;
    }

    GrantWatch grant() {
        return grant;
    }

    MachineWatch machine() {
        return machine;
    }

    private Memory memory(Map<Long, ProcStat> living) {
        long rss = 0;
        Optional<Long> swap = Optional.empty();
        for (long pid : living.keySet()) {
            List<String> status = proc.lines(proc.of(pid).resolve("status"));
            rss += Counters.kiloBytes(status, "VmRSS:").orElse(0L);
            Optional<Long> before = swap;
            swap = Counters.kiloBytes(status, "VmSwap:")
                    .map(bytes -> before.orElse(0L) + bytes)
                    .or(() -> before);
        }
        return new Memory(rss, swap);
    }

    /** Resident sets and what lies in swap, added. */
    private record Memory(long rssBytes, Optional<Long> swapBytes) {}
}
