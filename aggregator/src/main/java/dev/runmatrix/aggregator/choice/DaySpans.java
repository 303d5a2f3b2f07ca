// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import dev.runmatrix.aggregator.time.DayRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** How long the rows of row groups are held, if each day is given up when its last row group has been read. */
final class DaySpans {

    /** Statistics that name more days than this, row group by row group, are no help. */
    private static final long MOST_DAYS = 1_000_000;

    private DaySpans() {}

    /**
     * Rows of one row group and the days they can be on.
     *
     * @param days its days
     * @param rows its rows
     */
    record Span(DayRange days, long rows) {}

    /** Most rows that are held at a time if row groups are read in this order; absent if there are too many days. */
    static OptionalLong mostRows(List<Span> spans) {
        if (tooMany(spans)) {
            return OptionalLong.empty();
        }
        Map<Long, Integer> lastReads = lastReads(spans);
        long[] releasedAfter = new long[spans.size()];
        long held = 0;
        long most = 0;
        for (int at = 0; at < spans.size(); at++) {
            Span span = spans.get(at);
            int release = days(span)
                    .mapToInt(day -> lastReads.getOrDefault(day, 0))
                    .max()
                    .orElse(at);
            releasedAfter[release] += span.rows();
            held += span.rows();
            most = Math.max(most, held);
            held -= releasedAfter[at];
        }
        return OptionalLong.of(most);
    }

    /** For each day the position of the last row group that can touch it. */
    private static Map<Long, Integer> lastReads(List<Span> spans) {
        Map<Long, Integer> lastReads = new HashMap<>();
        for (int at = 0; at < spans.size(); at++) {
            int position = at;
            days(spans.get(at)).forEach(day -> lastReads.put(day, position));
        }
        return lastReads;
    }

    /** The number of days that are touched; absent if there are too many. */
    static OptionalLong count(Collection<Span> spans) {
        return tooMany(spans)
                ? OptionalLong.empty()
                : OptionalLong.of(
                        spans.stream().flatMapToLong(DaySpans::days).distinct().count());
    }

    private static boolean tooMany(Collection<Span> spans) {
        long days = 0;
        for (Span span : spans) {
            days += span.days().last() - span.days().first() + 1;
            if (days > MOST_DAYS) {
                return true;
            }
        }
        return false;
    }

    private static LongStream days(Span span) {
        return LongStream.rangeClosed(span.days().first(), span.days().last());
    }
}
