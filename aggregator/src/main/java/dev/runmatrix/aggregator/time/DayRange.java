// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.time;

import java.util.Optional;

/**
 * Days from one to another, at least one.
 *
 * @param first first day, in days since 1970-01-01
 * @param last last day, included
 */
public record DayRange(long first, long last) {

    /** Statistics that name more days than this, ten years, tell nothing. */
    public static final int MOST_TOLD = 3660;

    public DayRange {
        if (first > last) {
            throw new IllegalArgumentException("days from " + first + " to " + last + " are none");
        }
    }

    /** Whether a day, in days since 1970-01-01, is one of these. */
    public boolean contains(long epochDay) {
        return first <= epochDay && epochDay <= last;
    }

    /** Those of these days that are in other ones, too; none if there is none. */
    public Optional<DayRange> within(DayRange bounds) {
        long begin = Math.max(first, bounds.first);
        long end = Math.min(last, bounds.last);
        return begin <= end ? Optional.of(new DayRange(begin, end)) : Optional.empty();
    }

    /** Whether these are so many that they tell nothing. */
    public boolean isVague() {
        return last - first >= MOST_TOLD;
    }

    /** These days and {@code days} more at each end. */
    public DayRange widened(int days) {
        return new DayRange(first - days, last + days);
    }
}
