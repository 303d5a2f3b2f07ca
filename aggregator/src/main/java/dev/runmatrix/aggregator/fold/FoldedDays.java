// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one thread keeps of each day. The groups of all its days are written to a temporary file when they take more
 * memory than they may. One thread folds; any thread may take a day of which no more rows can come.
 */
final class FoldedDays {

    private static final int MOST_SPARE = 4;

    /** With more days than this, the memory that they take is not added up after each slice of rows. */
    private static final int DAYS_OF_CHECK = 256;

    /** A day takes some kilobytes from its first row on. */
    private static final int NEW_DAYS_TO_CHECK = 64;

    /** Runs of a day that are made one. */
    private static final int MOST_RUNS = 64;

    private static final int LEAST_RUNS = 8;
    private static final int RUNS_OF_ALL_DAYS = 1 << 15;

    private final Spill spill;
    private final Map<Integer, DayGroups> held = new TreeMap<>();
    private final Map<Integer, SpilledDay> spilled = new TreeMap<>();
    private final Deque<DayGroups> spare = new ArrayDeque<>();
    private Optional<SpillFile> file = Optional.empty();
    private int slicesToCheck;
    private int newDays;

    FoldedDays(Spill spill) {
        this.spill = spill;
    }

    /** The days of which there is something. */
    synchronized Set<Integer> days() {
        Set<Integer> days = new TreeSet<>(held.keySet());
        days.addAll(spilled.keySet());
        return days;
    }

    /** The groups in memory of a day, made if there are none. */
    synchronized DayGroups groups(int day) throws IOException {
        DayGroups known = held.get(day);
        if (known != null) {
            return known;
        }
        if (++newDays > NEW_DAYS_TO_CHECK) {
            check();
        }
        DayGroups made = spare.isEmpty() ? new DayGroups() : spare.remove();
        held.put(day, made);
        return made;
    }

    /** The number of groups in memory of a day, or more than any number where there are others. */
    synchronized long size(int day) {
        DayGroups groups = held.get(day);
        return spilled.containsKey(day) ? Integer.MAX_VALUE : groups == null ? 0 : groups.size();
    }

    /** Gives a day away. */
    synchronized FoldedDay take(int day) {
        return new FoldedDay(Optional.ofNullable(held.remove(day)), Optional.ofNullable(spilled.remove(day)));
    }

    /** Takes groups that nobody needs any more, to use their room again. */
    void recycle(DayGroups groups) {
        groups.clear();
        synchronized (this) {
            if (spare.size() < MOST_SPARE) {
                spare.add(groups);
            }
        }
    }

    /** Writes everything if it takes too much memory. Whoever takes a day meanwhile waits, and so misses nothing. */
    synchronized void spillIfFull() throws IOException {
        slicesToCheck--;
        if (slicesToCheck <= 0) {
            check();
        }
    }

    private void check() throws IOException {
        long bytes = 0;
        for (DayGroups groups : held.values()) {
            bytes += groups.bytes();
        }
        if (bytes + spare.stream().mapToLong(DayGroups::bytes).sum() > spill.foldBytes()) {
            spare.clear();
        }
        if (bytes > spill.foldBytes()) {
            spillAll();
        }
        newDays = 0;
        slicesToCheck = 1 + held.size() / DAYS_OF_CHECK;
    }

    private void spillAll() throws IOException {
        SpillFile target = file.isPresent() ? file.get() : spill.files().create();
        file = Optional.of(target);
        NameRanks ranks = spill.sorter().ranks(held.values());
        for (Map.Entry<Integer, DayGroups> entry : held.entrySet()) {
            int day = entry.getKey();
            DayGroups groups = entry.getValue();
            spilled.computeIfAbsent(day, key -> new SpilledDay(mostRuns()))
                    .add(spill.sorter().sort(day, groups, ranks), groups.capacities(), target, spill);
        }
        target.flush();
        held.clear();
    }

    /** With thousands of days, even what is known of their runs takes memory. */
    private int mostRuns() {
        int share = RUNS_OF_ALL_DAYS / (held.size() + spilled.size());
        return Math.max(LEAST_RUNS, Math.min(share, MOST_RUNS));
    }
}
