// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.ThreadRoles;
import dev.runmatrix.harness.result.ThreadTimes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A thread as it was last seen from outside. */
final class SeenThread {

    private static final String SWITCHES = "nonvoluntary_ctxt_switches:";

    private final boolean initial;
    private String name = "";
    private ThreadWaits.Schedule schedule = new ThreadWaits.Schedule(0, 0, 0);
    private OptionalLong switches = OptionalLong.empty();
    private long firstMillis;
    private long lastMillis;

    /**
     * A thread that nothing is known of.
     *
     * @param initial whether its process began with it
     */
    SeenThread(boolean initial, long elapsedMillis) {
        this.initial = initial;
        firstMillis = elapsedMillis;
        lastMillis = elapsedMillis;
    }

    /** Looks at it again. One that had no turn since the last look has neither a new name nor a new count of switches. */
    void look(String folder, ThreadWaits.Schedule now, long elapsedMillis) {
        if (now.equals(schedule)) {
            return;
        }
        String current = KernelText.page(folder + "/comm").strip();
        name = current.isEmpty() ? name : current;
        OptionalLong counted = NamedCounter.in(KernelText.page(folder + "/status"), SWITCHES);
        switches = counted.isPresent() ? counted : switches;
        if (now.ranNanos() > schedule.ranNanos()) {
            firstMillis = schedule.ranNanos() == 0 ? elapsedMillis : firstMillis;
            lastMillis = elapsedMillis;
        }
        schedule = now;
    }

    ThreadWaits.Schedule schedule() {
        return schedule;
    }

    OptionalLong switches() {
        return switches;
    }

    /** What the threads of one process did. */
    static List<ThreadTimes> times(List<SeenThread> threads, boolean hasChildren, long spanNanos) {
        ThreadRoles roles =
                ThreadRoles.of(threads.stream().map(thread -> thread.name).toList());
        return threads.stream()
                .map(thread -> new ThreadTimes(
                        thread.name,
                        roles.of(thread.name, thread.initial, hasChildren, thread.schedule.ranNanos(), spanNanos),
                        1,
                        thread.firstMillis,
                        thread.lastMillis,
                        thread.schedule.ranNanos(),
                        Optional.of(thread.schedule.waitedNanos())))
                .toList();
    }
}
