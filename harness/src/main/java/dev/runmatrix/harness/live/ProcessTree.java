// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process and its descendants. Whoever once belonged to it stays in it, also when its parent has ended. A number that is
 * given to another process is noticed by the time of its start.
 */
final class ProcessTree {

    private final ProcFiles proc;
    private final long root;
    private final long rootStart;
    private final boolean descendants;
    private final Map<Long, Long> members = new LinkedHashMap<>();
    /** Processes that were seen not to belong: they need not be read again. */
    private final Set<Long> strangers = new HashSet<>();

    ProcessTree(ProcFiles proc, long root, long rootStart, boolean descendants) {
        this.proc = proc;
        this.root = root;
        this.rootStart = rootStart;
        this.descendants = descendants;
        members.put(root, rootStart);
    }

    /** The living members with what the kernel says of them, the root first; empty once the root has ended. */
    Map<Long, ProcStat> look() {
        Optional<ProcStat> first = stat(root).filter(stat -> stat.startTicks() == rootStart && !stat.isEnded());
        if (first.isEmpty()) {
            return Map.of();
        }
        if (descendants) {
            adopt();
        }
        Map<Long, ProcStat> living = new LinkedHashMap<>();
        members.entrySet().removeIf(member -> {
            Optional<ProcStat> stat = stat(member.getKey()).filter(s -> s.startTicks() == member.getValue());
            stat.ifPresent(s -> living.put(member.getKey(), s));
            return stat.isEmpty() && member.getKey() != root;
        });
        return living;
    }

    /** Finds new children of members, and theirs. */
    private void adopt() {
        List<Long> present = proc.numbers(proc.root());
        strangers.retainAll(Set.copyOf(present));
        Map<Long, ProcStat> unknown = new HashMap<>();
        Map<Long, List<Long>> children = new HashMap<>();
        for (long pid : present) {
            if (!members.containsKey(pid) && !strangers.contains(pid)) {
                stat(pid).ifPresent(stat -> {
                    unknown.put(pid, stat);
                    children.computeIfAbsent(stat.parent(), parent -> new ArrayList<>())
                            .add(pid);
                });
            }
        }
        Deque<Long> parents = new ArrayDeque<>(members.keySet());
        while (!parents.isEmpty()) {
            for (long child : children.getOrDefault(parents.pop(), List.of())) {
                ProcStat stat = unknown.remove(child);
                if (stat != null) {
                    members.put(child, stat.startTicks());
                    parents.push(child);
                }
            }
        }
        strangers.addAll(unknown.keySet());
    }

    private Optional<ProcStat> stat(long pid) {
        return proc.text(proc.of(pid).resolve("stat")).flatMap(ProcStat::parse);
    }
}
