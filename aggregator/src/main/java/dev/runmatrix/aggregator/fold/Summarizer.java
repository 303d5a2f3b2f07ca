// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.summary.DaySummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Turns what all threads folded into the summary of each day. Several threads may summarise different days. */
public final class Summarizer {

    private final List<FoldedDays> folds;
    private final Spill spill;
    private final PieceFiller filler;

    /**
     * @param pods what each thread folded of the pod table
     * @param spill what they did with groups that had outgrown the memory
     * @param categories the cost categories
     */
    public Summarizer(List<PodFold> pods, Spill spill, CostCategories categories) {
        folds = pods.stream().map(PodFold::days).toList();
        this.spill = spill;
        filler = new PieceFiller(categories);
    }

    /** The days of which rows have been folded, but no summary was made. */
    public SortedSet<Integer> days() {
        SortedSet<Integer> days = new TreeSet<>();
        folds.forEach(fold -> days.addAll(fold.days()));
        return days;
    }

    /** The number of rows that the summary of a day has at most; of one that is not all in memory, beyond any bound. */
    public long mostRows(int day) {
        return folds.stream().mapToLong(fold -> fold.size(day)).sum();
    }

    /**
     * Summarises a day of which no more rows can come; what the threads folded of it is gone afterwards.
     *
     * @param heir who may use the room again
     */
    public DayPieces summarize(int day, PodFold heir) throws IOException {
        return summarize(day, heir.days()::recycle);
    }

    /** As {@link #summarize(int, PodFold)}, after the end of all input. */
    public DayPieces summarize(int day) throws IOException {
        return summarize(day, groups -> {});
    }

    private DayPieces summarize(int day, Consumer<DayGroups> recycler) throws IOException {
        List<DayGroups> held = new ArrayList<>();
        List<SpilledDay> spilled = new ArrayList<>();
        for (FoldedDays fold : folds) {
            FoldedDay folded = fold.take(day);
            folded.groups().ifPresent(held::add);
            folded.spilled().ifPresent(spilled::add);
        }
        if (!spilled.isEmpty()) {
            return merged(day, held, spilled);
        }
        if (held.isEmpty()) {
            return DayPieces.unmet(day);
        }
        return united(day, held, recycler);
    }

    /** Everything is in memory. */
    private DayPieces united(int day, List<DayGroups> parts, Consumer<DayGroups> recycler) {
        parts.sort((a, b) -> Integer.compare(b.size(), a.size()));
        DayGroups whole = parts.get(0);
        for (DayGroups part : parts.subList(1, parts.size())) {
            whole.addAll(part, spill.sorter().resourceOrder());
        }
        SortedGroups sorted = spill.sorter().sort(day, whole);
        DayCapacity capacity = new DayCapacity(whole.capacities());
        DayPieces.Source source = new DayPieces.Source() {
            private int done;

            @Override
            public Optional<DaySummary> next() {
                if (done == sorted.rows()) {
                    recycler.accept(whole);
                    return Optional.empty();
                }
                int from = done;
                done = Math.min(from + DayPieces.PIECE_ROWS, sorted.rows());
                return Optional.of(filler.fill(day, sorted.slice(from, done), capacity));
            }
        };
        return new DayPieces(day, source, sorted.rows());
    }

    /** A part, if not all, is in files. */
    private DayPieces merged(int day, List<DayGroups> held, List<SpilledDay> spilled) throws IOException {
        List<SpilledRun> runs =
                spilled.stream().flatMap(part -> part.runs().stream()).toList();
        int bufferBytes = spill.bufferBytes(runs.size());
        List<GroupCursor> cursors = new ArrayList<>();
        IntervalCapacities capacities = new IntervalCapacities();
        long mostRows = 0;
        for (DayGroups part : held) {
            capacities.addAll(part.capacities());
            cursors.add(new SortedCursor(spill.sorter().sort(day, part)));
            mostRows += part.size();
        }
        for (SpilledRun run : runs) {
            cursors.add(new RunReader(run, bufferBytes));
            mostRows += run.bytes() / RunReader.LEAST_GROUP_BYTES;
        }
        for (SpilledDay part : spilled) {
            part.addCapacitiesTo(capacities, spill);
        }
        DayMerge merge = spill.sorter().merge(cursors, (int) Math.min(mostRows, DayPieces.PIECE_ROWS));
        DayCapacity capacity = new DayCapacity(capacities);
        DayPieces.Source source = () -> {
            SortedGroups groups = merge.next();
            return groups.rows() == 0 ? Optional.empty() : Optional.of(filler.fill(day, groups, capacity));
        };
        return new DayPieces(day, source, mostRows);
    }
}
