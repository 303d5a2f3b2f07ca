// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A process with all that it starts, on Linux. To the tree belong the children of its members, and whatever carries the
 * mark of the fork in its environment: a process that left its parent is still found.
 *
 * <p>A process that ended is accounted by the kernel to the parent that waited for it. One that nobody of the tree waited
 * for counts with what was last seen of it. As it cannot be told which of its children a parent has waited for, the
 * larger of the two accounts counts: a lower bound, but nothing is counted twice.
 */
final class ProcessTree implements ProcessSource {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ProcessFiles files;
    private final long root;
    private final String mark;
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Set<Long> parents = new HashSet<>();
    private Set<Long> strangers;
    private long rootNanos;
    private long abandonedNanos;
    private ProcessFiles.Io abandoned = new ProcessFiles.Io(0, 0);

    /**
     * A tree that has just begun to grow.
     *
     * @param strangers processes that were there before it
     * @param mark an entry of the environment that all of its processes inherit
     */
    ProcessTree(ProcessFiles files, Collection<Long> strangers, long root, String mark) {
        this.files = files;
        this.strangers = new HashSet<>(strangers);
        this.root = root;
        this.mark = mark;
        files.stat(root).ifPresent(stat -> members.put(root, new Member(stat, files.io(root))));
    }

    @Override
    public Optional<ProcessLook> look() {
        refresh();
        if (!members.containsKey(root)) {
            return Optional.empty();
        }
        ProcessFiles.Io io = abandoned;
        long nanos = abandonedNanos;
        long rssBytes = 0;
        int threads = 0;
        for (Member member : members.values()) {
            io = io.plus(member.io);
            nanos += member.totalNanos();
            rssBytes += files.rssBytes(member.stat);
            threads += member.stat.threads();
        }
        return Optional.of(new ProcessLook(
                nanos / NANOS_PER_MILLI,
                rssBytes,
                threads,
                OptionalLong.of(io.readBytes()),
                OptionalLong.of(io.writeBytes()),
                faults(ProcessStat::minorFaults, ProcessStat::childMinorFaults),
                faults(ProcessStat::majorFaults, ProcessStat::childMajorFaults)));
    }

    @Override
    public List<Path> folders() {
        return members.keySet().stream().map(files::folder).toList();
    }

    @Override
    public Set<Long> parents() {
        return Set.copyOf(parents);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private OptionalLong faults(ToLongFunction<ProcessStat> own, ToLongFunction<ProcessStat> ofChildren) {
        return OptionalLong.of(members.values().stream()
                .mapToLong(m -> own.applyAsLong(m.stat) + ofChildren.applyAsLong(m.stat))
                .sum());
    }

    @Override
    public long cpuNanos(long waitedForNanos, long seenNanos) {
        refresh();
        long left = members.entrySet().stream()
                .filter(member -> member.getKey() != root)
                .mapToLong(member -> member.getValue().totalNanos())
                .sum();
        return Math.max(seenNanos, Math.max(waitedForNanos, rootNanos) + abandonedNanos + left);
    }

    private void refresh() {
        List<Long> pids = files.pids();
        discover(pids);
        Map<Long, Member> gone = new LinkedHashMap<>();
        members.forEach((pid, member) -> {
            Optional<ProcessStat> stat = files.stat(pid).filter(now -> now.startTicks() == member.stat.startTicks());
            if (stat.isPresent()) {
                member.stat = stat.get();
                member.io = files.io(pid);
            } else {
                gone.put(pid, member);
            }
        });
        settle(gone);
    }

    /** A parent is known before its children, but numbers begin anew one day: so each newcomer has two chances. */
    private void discover(List<Long> pids) {
        List<Long> newcomers = new ArrayList<>(pids);
        newcomers.removeIf(pid -> strangers.contains(pid) || members.containsKey(pid));
        for (int chance = 0; chance < 2 && !newcomers.isEmpty(); chance++) {
            newcomers.removeIf(this::joins);
        }
        Set<Long> others = new HashSet<>(pids);
        others.removeAll(members.keySet());
        strangers = others;
    }

    private boolean joins(long pid) {
        Optional<ProcessStat> stat =
                files.stat(pid).filter(s -> members.containsKey(s.parent()) || files.hasVariable(pid, mark));
        stat.ifPresent(s -> {
            members.put(pid, new Member(s, files.io(pid)));
            parents.add(s.parent());
        });
        return stat.isPresent();
    }

    /** Hands the accounts of ended processes to their parents, those of children before those of their parents. */
    private void settle(Map<Long, Member> gone) {
        List<Map.Entry<Long, Member>> order = new ArrayList<>(gone.entrySet());
        order.sort(Comparator.comparingInt(entry -> -depth(entry.getValue(), gone)));
        for (Map.Entry<Long, Member> entry : order) {
            Member ended = entry.getValue();
            Optional<Member> parent = Optional.ofNullable(members.get(ended.stat.parent()));
            members.remove(entry.getKey());
            if (entry.getKey() == root) {
                rootNanos = ended.totalNanos();
                abandoned = abandoned.plus(ended.io);
            } else if (parent.isPresent()) {
                parent.get().endedNanos += ended.totalNanos();
            } else {
                abandonedNanos += ended.totalNanos();
                abandoned = abandoned.plus(ended.io);
            }
        }
    }

    /** How many of its ancestors have ended together with a process. */
    private static int depth(Member member, Map<Long, Member> gone) {
        int depth = 0;
        Optional<Member> parent = Optional.ofNullable(gone.get(member.stat.parent()));
        while (parent.isPresent() && depth < gone.size()) {
            depth++;
            parent = Optional.ofNullable(gone.get(parent.get().stat.parent()));
        }
        return depth;
    }

    /** A process of the tree, as it was last seen. */
    private static final class Member {

        private ProcessStat stat;
        private ProcessFiles.Io io;

        /** Time of children that were seen and are gone. */
        private long endedNanos;

        Member(ProcessStat stat, ProcessFiles.Io io) {
            this.stat = stat;
            this.io = io;
        }

        long totalNanos() {
            return stat.cpuMillis() * NANOS_PER_MILLI + Math.max(stat.childCpuMillis() * NANOS_PER_MILLI, endedNanos);
        }
    }
}
