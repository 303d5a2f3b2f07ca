// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.LargestThreads;
import dev.runmatrix.harness.result.ThreadTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the threads of processes did: how long they ran, how long they were ready to run and had no processor, and how
 * often one was taken from them. The kernel forgets a thread that ends, so the last values of each are kept; what came
 * after its last look is missing, and the sums are lower bounds.
 *
 * @see <a href="https://docs.kernel.org/scheduler/sched-stats.html">schedstat</a>
 */
public final class ThreadWaits {

    private final Map<String, Map<String, SeenThread>> live = new LinkedHashMap<>();
    private final Map<String, List<SeenThread>> ended = new HashMap<>();

    /**
     * Looks at all threads of a process.
     *
     * @param process its folder in {@code /proc}
     * @param elapsedMillis since the beginning of what is observed
     */
    public void look(Path process, long elapsedMillis) {
        String tasks = process + "/task/";
        // Of a process that has ended nothing is listed: what was seen stays.
        for (String id : KernelText.names(process.resolve("task"))) {
            Schedule.parse(KernelText.page(tasks + id + "/schedstat"))
                    .ifPresent(now -> look(process.getFileName().toString(), id, tasks + id, now, elapsedMillis));
        }
    }

    private void look(String pid, String id, String folder, Schedule now, long elapsedMillis) {
        Map<String, SeenThread> threads = live.computeIfAbsent(pid, ignored -> new LinkedHashMap<>());
        Optional<SeenThread> known = Optional.ofNullable(threads.get(id));
        if (known.isPresent() && now.isOf(known.get().schedule())) {
            known.get().look(folder, now, elapsedMillis);
            return;
        }
        // The number was given to another thread.
        known.ifPresent(
                old -> ended.computeIfAbsent(pid, ignored -> new ArrayList<>()).add(old));
        SeenThread newcomer = new SeenThread(id.equals(pid), elapsedMillis);
        newcomer.look(folder, now, elapsedMillis);
        threads.put(id, newcomer);
    }

    /** Waiting time of all threads seen so far; empty where none could be read. */
    public OptionalLong waitedNanos() {
        return all().findAny().isPresent()
                ? OptionalLong.of(all().mapToLong(thread -> thread.schedule().waitedNanos())
                        .sum())
                : OptionalLong.empty();
    }

    /** Involuntary context switches of all threads seen so far; empty where none could be read. */
    public OptionalLong involuntarySwitches() {
        List<Long> switches =
                all().flatMap(thread -> thread.switches().stream().boxed()).toList();
        return switches.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(switches.stream().mapToLong(Long::longValue).sum());
    }

    /**
     * What the threads did; absent where none could be read.
     *
     * @param parents numbers of processes that started others
     * @param spanNanos length of the time in which they were looked at
     */
    Optional<List<ThreadTimes>> threads(Set<Long> parents, long spanNanos) {
        List<ThreadTimes> threads = new ArrayList<>();
        live.forEach((pid, alive) -> {
            List<SeenThread> seen = Stream.concat(alive.values().stream(), ended.getOrDefault(pid, List.of()).stream())
                    .toList();
            threads.addAll(SeenThread.times(seen, parents.contains(Long.parseLong(pid)), spanNanos));
        });
        return threads.isEmpty() ? Optional.empty() : Optional.of(LargestThreads.of(threads));
    }

    private Stream<SeenThread> all() {
        return Stream.of(live.values().stream().map(Map::values), ended.values().stream())
                .flatMap(threads -> threads)
                .flatMap(Collection::stream);
    }

    /**
     * The kernel's account of a thread.
     *
     * @param ranNanos processor time
     * @param waitedNanos time ready to run without a processor
     * @param turns how often it was given one
     */
    record Schedule(long ranNanos, long waitedNanos, long turns) {

        /** Reads the line; empty where it is none, and where the kernel does not count: it writes zeroes then. */
        static Optional<Schedule> parse(String line) {
            int second = line.indexOf(' ') + 1;
            int third = line.indexOf(' ', second) + 1;
            OptionalLong ran = NamedCounter.number(line, 0);
            if (second == 0 || third == 0 || ran.isEmpty()) {
                return Optional.empty();
            }
            OptionalLong waited = NamedCounter.number(line, second);
            OptionalLong turns = NamedCounter.number(line, third);
            return waited.isPresent() && turns.orElse(0) > 0
                    ? Optional.of(new Schedule(ran.getAsLong(), waited.getAsLong(), turns.getAsLong()))
                    : Optional.empty();
        }

        /** Whether this can be a later account of the same thread. */
        boolean isOf(Schedule earlier) {
            return ranNanos >= earlier.ranNanos && waitedNanos >= earlier.waitedNanos && turns >= earlier.turns;
        }
    }
}
