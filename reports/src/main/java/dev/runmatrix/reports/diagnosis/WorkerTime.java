// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;
import java.util.Optional;

/**
 * Where the time of the workers of a fork went: workers × wall = on a processor + in the run queue + waiting. Waiting is
 * what remains, so that it may be for anything.
 *
 * @param totalSeconds workers × wall
 * @param busySeconds on a processor
 * @param queuedSeconds ready, without a processor
 */
public record WorkerTime(double totalSeconds, double busySeconds, double queuedSeconds) {

    private static final double NANOS = 1e9;

    /** That of a fork; absent where nobody saw the run queue. */
    public static Optional<WorkerTime> of(ForkTimes fork, WallClock clock, int workers) {
        return of(new ForkFacts(fork, clock), workers);
    }

    static Optional<WorkerTime> of(ForkFacts fork, int workers) {
        return queued(fork)
                .map(queued -> new WorkerTime(
                        workers * fork.times().wallSeconds(),
                        Measured.workCores(fork) * fork.times().wallSeconds(),
                        queued));
    }

    private static Optional<Double> queued(ForkFacts fork) {
        List<ThreadTimes> work = fork.clock().threads(fork.attempt()).stream()
                .filter(thread -> thread.role() == ThreadRole.WORK)
                .toList();
        boolean seen = work.stream().anyMatch(thread -> thread.runQueueNanos().isPresent());
        return seen
                ? Optional.of(work.stream()
                                .mapToLong(t -> t.runQueueNanos().orElse(0L))
                                .sum()
                        / NANOS)
                : fork.noise().flatMap(NoiseEvidence::runQueueNanos).map(nanos -> nanos / NANOS);
    }

    public double waitingSeconds() {
        return Math.max(0, totalSeconds - busySeconds - queuedSeconds);
    }

    public double waitingShare() {
        return waitingSeconds() / totalSeconds;
    }

    public double queuedShare() {
        return queuedSeconds / totalSeconds;
    }
}
