// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProcessUsage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a run will still take: a cell's forks live as long as its last one did; those of a cell that has not run yet
 * as long as the plan says, scaled by how far off the plan was so far. Forks that a look may still ask for are not in it.
 */
final class RemainingTime {

    private final Map<String, Long> plannedMillis;
    private final Map<String, Long> lastMillis = new HashMap<>();
    private final Deque<ScheduledFork> ahead = new ArrayDeque<>();
    private double plannedSoFar;
    private double livedSoFar;

    /** @param plannedMillis expected life of a fork, by the name of its cell */
    RemainingTime(Map<String, Long> plannedMillis) {
        this.plannedMillis = Map.copyOf(plannedMillis);
    }

    /** The forks that are known to come, in the place of those known before. */
    void expect(List<ScheduledFork> known) {
        ahead.clear();
        ahead.addAll(known);
    }

    /** A fork that comes before those that are known. */
    void alsoExpect(ScheduledFork fork) {
        ahead.addFirst(fork);
    }

    void ended(ForkRecord fork) {
        ahead.pollFirst();
        long lived = fork.process().map(ProcessUsage::wallNanos).orElse(0L) / 1_000_000;
        lastMillis.put(fork.cell(), lived);
        plannedSoFar += plannedMillis.getOrDefault(fork.cell(), 0L);
        livedSoFar += lived;
    }

    /** What is left when the current fork has lived so long. */
    Duration after(long livedMillis) {
        double millis = ahead.stream().mapToDouble(this::expectedMillis).sum() - livedMillis;
        return Duration.ofMillis(Math.max(0, Math.round(millis)));
    }

    private double expectedMillis(ScheduledFork fork) {
        Long last = lastMillis.get(fork.cell());
        if (last != null) {
            return last;
        }
        double scale = plannedSoFar > 0 ? livedSoFar / plannedSoFar : 1;
        return scale * plannedMillis.getOrDefault(fork.cell(), 0L);
    }
}
