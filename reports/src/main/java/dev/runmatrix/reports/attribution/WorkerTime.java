// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;
import java.util.Optional;

/**
 * What the workers of a cell did with their time, which is their number × wall: sums over all forks that the numbers rest
 * on ÷ the sum of that time. The three shares add up to 1.
 *
 * @param workers how many there are, at least 1
 * @param cpu share in which threads of the program's own computed
 * @param runQueue share in which they were ready to and had no processor
 * @param waiting what is left: neither of the two, so that they waited for input, a lock, work, or the collector. Threads
 *     that ended unseen are in it too; slightly below 0 where clocks disagree
 */
public record WorkerTime(int workers, double cpu, double runQueue, double waiting) {

    private static final String WORKERS = "max_workers";
    private static final double NANOS = 1e9;

    /** Beyond this, more threads than the workers were at work, and the rest means nothing. */
    private static final double LEAST_WAITING = -0.02;

    /**
     * The shares of a cell; absent where threads or their waiting were not seen in each fork, for a program that was not
     * told how many workers to use, and where more threads than those did the work.
     */
    static Optional<WorkerTime> of(PlannedCell planned, CellNumbers numbers, WallClock clock) {
        if (planned.cell().get(WORKERS).isEmpty()) {
            return Optional.empty();
        }
        int workers = planned.ignored().contains(WORKERS) ? 1 : Math.max(1, planned.requestedWorkers());
        double time = 0;
        double cpu = 0;
        double queue = 0;
        for (ForkTimes fork : numbers.forks()) {
            List<ThreadTimes> own = clock.threads(fork.attempt()).stream()
                    .filter(thread -> thread.role() == ThreadRole.WORK)
                    .toList();
            if (own.isEmpty() || own.stream().anyMatch(t -> t.runQueueNanos().isEmpty())) {
                return Optional.empty();
            }
            time += workers * fork.wallSeconds();
            cpu += own.stream().mapToLong(ThreadTimes::cpuNanos).sum() / NANOS;
            queue += own.stream().mapToLong(t -> t.runQueueNanos().orElse(0L)).sum() / NANOS;
        }
        WorkerTime found = new WorkerTime(workers, cpu / time, queue / time, 1 - cpu / time - queue / time);
        return Optional.of(found).filter(f -> f.waiting >= LEAST_WAITING);
    }
}
