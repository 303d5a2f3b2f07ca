// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import dev.runmatrix.aggregator.time.DayRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Which row groups share days. */
final class OpenDays {

    private OpenDays() {}

    /**
     * Rows of one row group and the days they can be on.
     *
     * @param days its days
     * @param rows its rows
     */
    record Span(DayRange days, long rows) {}

    /**
     * Most rows of row groups that are begun and share a day with one still to come, or with the last begun, if they are
     * taken in order of their first days.
     */
    static long mostRows(List<Span> spans) {
        PriorityQueue<Span> open = new PriorityQueue<>(
                Comparator.comparingLong((Span span) -> span.days().last()));
        long rows = 0;
        long most = 0;
        for (Span span : inOrder(spans)) {
            while (!open.isEmpty() && open.peek().days().last() < span.days().first()) {
                rows -= open.remove().rows();
            }
            open.add(span);
            rows += span.rows();
            most = Math.max(most, rows);
        }
        return most;
    }

    /** The number of days that are touched. */
    static long count(List<Span> spans) {
        long count = 0;
        long counted = Long.MIN_VALUE;
        for (Span span : inOrder(spans)) {
            long first = Math.max(span.days().first(), counted);
            if (span.days().last() >= first) {
                count += span.days().last() - first + 1;
                counted = span.days().last() + 1;
            }
        }
        return count;
    }

    private static List<Span> inOrder(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong((Span span) -> span.days().first()));
        return sorted;
    }
}
