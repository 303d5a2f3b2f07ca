// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

import dev.runmatrix.aggregator.time.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Knows which days may still get rows: each day counts down the rows of the row groups that can touch it. Days are known
 * only if every row group says, by its statistics, which it can touch; otherwise all stay open to the end. Thread-safe.
 */
public final class OpenDays {

    private final List<List<Optional<DayRange>>> ranges;
    private final NavigableMap<Integer, Long> rowsLeft = new TreeMap<>();
    private final boolean planned;

    /**
     * @param rowGroups for each file its row groups
     * @param bounds the days that count at all
     */
    public OpenDays(List<List<RowGroupDays>> rowGroups, DayRange bounds) {
        ranges = rowGroups.stream()
                .map(file -> file.stream().map(RowGroupDays::days).toList())
                .toList();
        boolean known = true;
        for (List<RowGroupDays> file : rowGroups) {
            for (RowGroupDays rowGroup : file) {
                known = known && (rowGroup.rows() == 0 || add(rowGroup, bounds));
            }
        }
        planned = known;
        if (!planned) {
            rowsLeft.clear();
        }
    }

    /**
     * What is known of a row group.
     *
     * @param rows number of rows
     * @param days the days it can touch; absent if it does not say
     */
    public record RowGroupDays(long rows, Optional<DayRange> days) {}

    private boolean add(RowGroupDays rowGroup, DayRange bounds) {
        if (rowGroup.days().isEmpty()) {
            return false;
        }
        Optional<DayRange> counting = rowGroup.days().get().within(bounds);
        if (counting.isEmpty()) {
            return true;
        }
        DayRange range = counting.get();
        if (range.isVague()) {
            return false;
        }
        for (long day = range.first(); day <= range.last(); day++) {
            rowsLeft.merge((int) day, rowGroup.rows(), Long::sum);
        }
        return rowsLeft.size() <= DayRange.MOST_TOLD;
    }

    /** Whether days are closed before all input is read. */
    public boolean planned() {
        return planned;
    }

    /** The days that are still open; empty if they are not known. */
    public synchronized List<Integer> days() {
        return List.copyOf(rowsLeft.keySet());
    }

    /** Whether a day is one that a row group said it can touch, if it said so. */
    public boolean allows(int file, int rowGroup, int day) {
        return !planned
                || ranges.get(file)
                        .get(rowGroup)
                        .map(range -> range.contains(day))
                        .orElse(true);
    }

    /** Takes note of rows that have been folded; returns the days, ascending, that are complete by that. */
    public synchronized List<Integer> folded(int file, int rowGroup, long rows) {
        Optional<DayRange> range = ranges.get(file).get(rowGroup);
        if (!planned || range.isEmpty()) {
            return List.of();
        }
        List<Integer> complete = new ArrayList<>();
        int first = (int) Math.max(range.get().first(), Integer.MIN_VALUE);
        int last = (int) Math.min(range.get().last(), Integer.MAX_VALUE);
        for (int day : List.copyOf(rowsLeft.subMap(first, true, last, true).keySet())) {
            if (rowsLeft.merge(day, -rows, Long::sum) == 0) {
                rowsLeft.remove(day);
                complete.add(day);
            }
        }
        return complete;
    }
}
