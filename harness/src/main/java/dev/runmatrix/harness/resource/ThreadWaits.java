// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How long the threads of processes were ready to run and had no processor, and how often one was taken from them. The
 * kernel forgets a thread that ends, so the last values of each are kept; what came after its last look is missing, and
 * the sums are lower bounds.
 *
 * @see <a href="https://docs.kernel.org/scheduler/sched-stats.html">schedstat, second field</a>
 */
public final class ThreadWaits {

    private static final String SWITCHES = "nonvoluntary_ctxt_switches:";

    private final Map<String, Counter> waitedNanos = new HashMap<>();
    private final Map<String, Counter> switches = new HashMap<>();

    /**
     * Looks at all threads of a process.
     *
     * @param process its folder in {@code /proc}
     */
    public void look(Path process) {
        Path tasks = process.resolve("task");
        // Of a process that has ended nothing is listed: what was seen stays.
        for (String thread : KernelText.names(tasks)) {
            look(thread, tasks.resolve(thread));
        }
    }

    /** Waiting time of all threads seen so far; empty where none could be read. */
    public OptionalLong waitedNanos() {
        return total(waitedNanos);
    }

    /** Involuntary context switches of all threads seen so far; empty where none could be read. */
    public OptionalLong involuntarySwitches() {
        return total(switches);
    }

    private void look(String id, Path thread) {
        String schedule = KernelText.of(thread.resolve("schedstat"));
        int second = schedule.indexOf(' ');
        if (second > 0) {
            keep(waitedNanos, id, NamedCounter.number(schedule, second));
        }
        keep(switches, id, NamedCounter.in(KernelText.of(thread.resolve("status")), SWITCHES));
    }

    private static void keep(Map<String, Counter> counters, String id, OptionalLong value) {
        value.ifPresent(now -> counters.merge(id, new Counter(0, now), (seen, ignored) -> seen.now(now)));
    }

    private static OptionalLong total(Map<String, Counter> counters) {
        return counters.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        counters.values().stream().mapToLong(Counter::total).sum());
    }

    /**
     * A counter of the threads that have had one id.
     *
     * @param before last values of those that ended, when their id was given to another
     * @param last value of the present one
     */
    private record Counter(long before, long last) {

        Counter now(long value) {
            return value < last ? new Counter(before + last, value) : new Counter(before, value);
        }

        long total() {
            return before + last;
        }
    }
}
