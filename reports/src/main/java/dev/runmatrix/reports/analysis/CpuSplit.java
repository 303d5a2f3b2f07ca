// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.util.List;
import java.util.Optional;

/**
 * Where the CPU seconds of one fork went; the four add up to all of them, but for a tick of the kernel (10 ms).
 *
 * @param workSeconds threads of the program's own
 * @param garbageSeconds garbage collection
 * @param compilerSeconds compilation of machine code
 * @param restSeconds everything else: the runtime's other threads, and threads that ended unseen
 */
public record CpuSplit(double workSeconds, double garbageSeconds, double compilerSeconds, double restSeconds) {

    private static final double NANOS = 1e9;

    /** The split of a fork's CPU time by the run's clock; absent where its threads were not seen. */
    public static Optional<CpuSplit> of(ForkTimes fork, WallClock clock) {
        List<ThreadTimes> threads = clock.threads(fork.attempt());
        if (threads.isEmpty()) {
            return Optional.empty();
        }
        double work = seconds(threads, ThreadRole.WORK);
        double garbage = seconds(threads, ThreadRole.GARBAGE);
        double compiler = seconds(threads, ThreadRole.COMPILER);
        // Seen to the nanosecond, but the total in ticks: the rest may come out below nothing.
        double rest = Math.max(0, fork.cpuSeconds() - work - garbage - compiler);
        return Optional.of(new CpuSplit(work, garbage, compiler, rest));
    }

    private static double seconds(List<ThreadTimes> threads, ThreadRole role) {
        return threads.stream()
                        .filter(thread -> thread.role() == role)
                        .mapToLong(ThreadTimes::cpuNanos)
                        .sum()
                / NANOS;
    }

    /** All four together. */
    public double totalSeconds() {
        return workSeconds + garbageSeconds + compilerSeconds + restSeconds;
    }
}
