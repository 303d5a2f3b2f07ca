// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveThread;
import dev.runmatrix.harness.result.live.ThreadStates;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one thread has done since it was met first, or since the watch began if it was there before. */
final class ThreadAccount {

    private final long pid;
    private final long tid;
    private final Map<String, Integer> channels = new HashMap<>();
    private final Growth cpu;
    private final Growth queue;
    private final Growth voluntary;
    private final Growth involuntary;
    private String process = "";
    private String name = "";
    private ThreadStates met = ThreadStates.NONE;
    private char lastState = '?';
    private int looks;
    private boolean hasChildren;

    /** @param old whether it was there when the watch began, so that what it did before does not count */
    ThreadAccount(long pid, long tid, boolean old) {
        this.pid = pid;
        this.tid = tid;
        cpu = new Growth(old);
        queue = new Growth(old);
        voluntary = new Growth(old);
        involuntary = new Growth(old);
    }

    void look(String processName, boolean withChildren, ProcStat stat, Optional<String> schedule) {
        process = processName;
        name = stat.name();
        hasChildren = withChildren;
        lastState = stat.state();
        looks++;
        met = plus(met, stat.state());
        String[] fields = schedule.map(text -> text.strip().split(" ", -1)).orElse(new String[0]);
        Optional<Long> precise = fields.length > 1 ? Counters.number(fields[0]) : Optional.empty();
        cpu.look(precise.orElse(stat.cpuTicks() * ProcStat.NANOS_PER_TICK));
        if (fields.length > 1) {
            Counters.number(fields[1]).ifPresent(queue::look);
        }
    }

    void lookAtSwitches(Optional<Long> voluntarily, Optional<Long> involuntarily) {
        voluntarily.ifPresent(voluntary::look);
        involuntarily.ifPresent(involuntary::look);
    }

    void waitsIn(String channel) {
        channels.merge(channel, 1, Integer::sum);
    }

    /** Time that it was ready and had no processor. */
    Optional<Long> queueNanos() {
        return queue.grown();
    }

    LiveThread thread(boolean alive) {
        Optional<String> channel =
                channels.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return new LiveThread(
                pid,
                tid,
                process,
                name,
                cpu.grown().orElse(0L),
                queue.grown(),
                voluntary.grown(),
                involuntary.grown(),
                looks,
                met,
                lastState,
                channel,
                hasChildren,
                alive);
    }

    static ThreadStates plus(ThreadStates states, char state) {
        return switch (state) {
            case 'R' -> new ThreadStates(states.running() + 1, states.sleeping(), states.blocked(), states.stopped());
            case 'D' -> new ThreadStates(states.running(), states.sleeping(), states.blocked() + 1, states.stopped());
            case 'T', 't' ->
                new ThreadStates(states.running(), states.sleeping(), states.blocked(), states.stopped() + 1);
            default -> new ThreadStates(states.running(), states.sleeping() + 1, states.blocked(), states.stopped());
        };
    }

    /** A counter that only grows. */
    private static final class Growth {
        private final boolean old;
        private boolean begun;
        private long first;
        private long last;

        Growth(boolean old) {
            this.old = old;
        }

        void look(long value) {
            if (!begun) {
                begun = true;
                first = old ? value : 0;
            }
            last = Math.max(last, value);
        }

        Optional<Long> grown() {
            return begun ? Optional.of(last - first) : Optional.empty();
        }
    }
}
