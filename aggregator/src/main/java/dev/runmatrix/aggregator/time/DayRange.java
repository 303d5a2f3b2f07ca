// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.time;

/**
 * Days from one to another, at least one.
 *
 * @param first first day, in days since 1970-01-01
 * @param last last day, included
 */
public record DayRange(long first, long last) {

    public DayRange {
        if (first > last) {
            throw new IllegalArgumentException("days from " + first + " to " + last + " are none");
        }
    }

    /** Whether a day, in days since 1970-01-01, is one of these. */
    public boolean contains(long epochDay) {
        return first <= epochDay && epochDay <= last;
    }

    /** These days and {@code days} more at each end. */
    public DayRange widened(int days) {
        return new DayRange(first - days, last + days);
    }
}
