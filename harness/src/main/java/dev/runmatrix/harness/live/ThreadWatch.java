// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveThread;
import dev.runmatrix.harness.result.live.ThreadStates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All threads of a tree of processes. */
final class ThreadWatch {

    private final ProcFiles proc;
    private final Map<Long, ThreadAccount> accounts = new HashMap<>();
    private final Set<Long> alive = new HashSet<>();
    private boolean begun;

    ThreadWatch(ProcFiles proc) {
        this.proc = proc;
    }

    /**
     * Looks at each.
     *
     * @param living members of the tree
     * @param closely whether to ask for wait channels and switches, too, which costs more
     */
    ThreadStates look(Map<Long, ProcStat> living, boolean closely) {
        alive.clear();
        Set<Long> parents = living.values().stream().map(ProcStat::parent).collect(Collectors.toSet());
        ThreadStates states = ThreadStates.NONE;
        for (Map.Entry<Long, ProcStat> process : living.entrySet()) {
            Path tasks = proc.of(process.getKey()).resolve("task");
            for (long tid : proc.numbers(tasks)) {
                Path task = tasks.resolve(Long.toString(tid));
                Optional<ProcStat> stat = proc.text(task.resolve("stat")).flatMap(ProcStat::parse);
                if (stat.isPresent() && !stat.get().isEnded()) {
                    ThreadAccount account = accounts.computeIfAbsent(
                            tid, number -> new ThreadAccount(process.getKey(), number, !begun));
                    boolean hasChildren = parents.contains(process.getKey());
                    account.look(
                            process.getValue().name(), hasChildren, stat.get(), proc.text(task.resolve("schedstat")));
                    if (closely) {
                        lookClosely(account, task, stat.get());
                    }
                    alive.add(tid);
                    states = ThreadAccount.plus(states, stat.get().state());
                }
            }
        }
        begun = true;
        return states;
    }

    private void lookClosely(ThreadAccount account, Path task, ProcStat stat) {
        List<String> status = proc.lines(task.resolve("status"));
        account.lookAtSwitches(
                Counters.number(status, "voluntary_ctxt_switches:"),
                Counters.number(status, "nonvoluntary_ctxt_switches:"));
        if (stat.state() != 'R') {
            proc.text(task.resolve("wchan"))
                    .map(String::strip)
                    .filter(channel -> !channel.isEmpty() && !channel.equals("0"))
                    .ifPresent(account::waitsIn);
        }
    }

    /** Time that all threads met so far were ready and had no processor. */
    Optional<Long> queueNanos() {
        List<Long> each = accounts.values().stream()
                .flatMap(account -> account.queueNanos().stream())
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream().mapToLong(Long::longValue).sum());
    }

    List<LiveThread> threads() {
        return accounts.entrySet().stream()
                .map(entry -> entry.getValue().thread(alive.contains(entry.getKey())))
                .toList();
    }
}
