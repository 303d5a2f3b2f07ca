// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Processor time, faults and input and output of a tree of processes, the ended ones included. */
final class TreeCounters {

    private final ProcFiles proc;
    private final Conserved cpuTicks = new Conserved();
    private final Conserved majorFaults = new Conserved();
    private final Conserved ioDelayTicks = new Conserved();
    private final Conserved storageRead = new Conserved();
    private final Conserved storageWritten = new Conserved();
    private final Conserved read = new Conserved();
    private final Conserved written = new Conserved();
    private boolean delaysAreCounted;

    TreeCounters(ProcFiles proc) {
        this.proc = proc;
    }

    void look(Map<Long, ProcStat> living) {
        cpuTicks.look(sum(living, stat -> stat.cpuTicks() + stat.childTicks()));
        majorFaults.look(sum(living, ProcStat::majorFaults));
        long delays = sum(living, ProcStat::ioDelayTicks).orElse(0L);
        delaysAreCounted |= delays > 0;
        ioDelayTicks.look(Optional.of(delays));
        List<List<String>> io = new ArrayList<>();
        for (long pid : living.keySet()) {
            List<String> lines = proc.lines(proc.of(pid).resolve("io"));
            if (!lines.isEmpty()) {
                io.add(lines);
            }
        }
        storageRead.look(sum(io, "read_bytes:"));
        storageWritten.look(sum(io, "write_bytes:"));
        read.look(sum(io, "rchar:"));
        written.look(sum(io, "wchar:"));
    }

    long cpuNanos() {
        return cpuTicks.grown().orElse(0L) * ProcStat.NANOS_PER_TICK;
    }

    LiveCounters counters() {
        return new LiveCounters(
                storageRead.grown(),
                storageWritten.grown(),
                read.grown(),
                written.grown(),
                majorFaults.grown(),
                // Without the kernel's delay accounting the field is there and always 0.
                delaysAreCounted
                        ? ioDelayTicks.grown().map(ticks -> ticks * ProcStat.NANOS_PER_TICK)
                        : Optional.empty());
    }

    private static Optional<Long> sum(Map<Long, ProcStat> living, ToLongFunction<ProcStat> field) {
        return Optional.of(living.values().stream().mapToLong(field).sum());
    }

    private static Optional<Long> sum(List<List<String>> files, String name) {
        List<Long> each = files.stream()
                .flatMap(lines -> Counters.number(lines, name).stream())
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream().mapToLong(Long::longValue).sum());
    }
}
