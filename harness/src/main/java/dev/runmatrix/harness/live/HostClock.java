// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.List;
import java.util.Optional;

/**
 * What all processors have done since the machine started, from {@code /proc/stat}, in nanoseconds added over processors.
 *
 * @param busyNanos work of any process or of the kernel
 * @param ioWaitNanos nothing to do while something waited for storage
 * @param stealNanos given to somebody else by the hypervisor
 * @param totalNanos all of it
 * @param processors how many there are
 */
record HostClock(long busyNanos, long ioWaitNanos, long stealNanos, long totalNanos, int processors) {

    private static final int STEAL = 7;

    static Optional<HostClock> read(ProcFiles proc) {
        List<String> lines = proc.lines(proc.root().resolve("stat"));
        int processors =
                (int) lines.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
        return Counters.text(lines, "cpu ").map(text -> parse(text.split(" +", -1), processors));
    }

    private static HostClock parse(String[] fields, int processors) {
        long total = 0;
        // The guests' time behind steal is part of user time already.
        for (int i = 0; i <= STEAL && i < fields.length; i++) {
            total += ticks(fields, i);
        }
        long busy = total - ticks(fields, 3) - ticks(fields, 4) - ticks(fields, STEAL);
        return new HostClock(busy, ticks(fields, 4), ticks(fields, STEAL), total, Math.max(1, processors));
    }

    private static long ticks(String[] fields, int index) {
        return index < fields.length ? Counters.number(fields[index]).orElse(0L) * ProcStat.NANOS_PER_TICK : 0;
    }
}
