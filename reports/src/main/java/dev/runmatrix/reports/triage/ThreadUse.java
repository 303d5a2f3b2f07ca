// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadRoles;
import dev.runmatrix.harness.result.live.LiveThread;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a thread did, a second.
 *
 * @param thread the thread
 * @param cpuCores share of a core that it used
 * @param queueCores share of the time in which it was ready and had no processor
 * @param role what it is for
 */
public record ThreadUse(LiveThread thread, double cpuCores, double queueCores, ThreadRole role) {

    private static final double MOST_QUEUED = 0.99;

    /**
     * Share of a core that it would use if a processor were always free: it would then run as long and wait as long for
     * anything else, in less time. A thread that seldom runs wants little, however long it queues.
     */
    public double wantedCores() {
        return Math.min(Math.max(1, cpuCores), cpuCores / (1 - Math.min(MOST_QUEUED, queueCores)));
    }

    /** All threads, the one with the most processor time first. */
    static List<ThreadUse> of(List<LiveThread> threads, double seconds) {
        Map<Long, ThreadRoles> roles = threads.stream()
                .collect(Collectors.groupingBy(
                        LiveThread::pid,
                        Collectors.collectingAndThen(
                                Collectors.mapping(LiveThread::name, Collectors.toList()), ThreadRoles::of)));
        return threads.stream()
                .map(thread -> new ThreadUse(
                        thread,
                        thread.cpuNanos() / 1e9 / seconds,
                        thread.runQueueNanos().orElse(0L) / 1e9 / seconds,
                        role(roles, thread, seconds)))
                .sorted(Comparator.comparingDouble(ThreadUse::cpuCores)
                        .reversed()
                        .thenComparing(use -> use.thread().tid()))
                .toList();
    }

    private static ThreadRole role(Map<Long, ThreadRoles> roles, LiveThread thread, double seconds) {
        return Objects.requireNonNull(roles.get(thread.pid()))
                .of(
                        thread.name(),
                        thread.tid() == thread.pid(),
                        thread.hasChildren(),
                        thread.cpuNanos(),
                        Math.round(seconds * 1e9));
    }
}
