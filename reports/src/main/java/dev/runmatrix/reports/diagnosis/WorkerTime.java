// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
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
record WorkerTime(double totalSeconds, double busySeconds, double queuedSeconds) {

    private static final double NANOS = 1e9;

    /** Absent where nobody saw the run queue. */
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

    double waitingSeconds() {
        return Math.max(0, totalSeconds - busySeconds - queuedSeconds);
    }

    double waitingShare() {
        return waitingSeconds() / totalSeconds;
    }

    double queuedShare() {
        return queuedSeconds / totalSeconds;
    }
}
