// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.time;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the distinct instants of one run that are inside its date range. Thread-safe; a number may be looked up by any
 * thread that came to know it through a synchronised hand-over.
 */
public final class Instants {

    /** Null or unreadable. */
    public static final int BAD = 0;

    /** On a day outside the date range. */
    public static final int OUT_OF_RANGE = 1;

    /** The first number that stands for an instant. */
    public static final int FIRST = 2;

    private static final long SECONDS_OF_DAY = 86_400;
    private static final long NANOS_OF_SECOND = 1_000_000_000;

    private final long firstDay;
    private final long lastDay;
    private final Map<DayTime, Integer> ids = new HashMap<>();
    private volatile int[] days = new int[64];
    private volatile long[] nanosOfDay = new long[64];
    private int size = FIRST;

    /** A register of instants of the days from {@code firstDay} to {@code lastDay}, both included. */
    public Instants(long firstDay, long lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** The number of an instant given in seconds since 1970, however negative, and nanoseconds of that second. */
    public int ofSeconds(long epochSeconds, long nanoOfSecond) {
        long day = Math.floorDiv(epochSeconds, SECONDS_OF_DAY);
        long second = Math.floorMod(epochSeconds, SECONDS_OF_DAY);
        return of(day, second * NANOS_OF_SECOND + nanoOfSecond);
    }

    /** The number of an instant given as day since 1970 and nanosecond of that day. */
    public int of(long epochDay, long nanoOfDay) {
        if (epochDay < firstDay || epochDay > lastDay) {
            return OUT_OF_RANGE;
        }
        if (epochDay != (int) epochDay) {
            return BAD;
        }
        return number(new DayTime((int) epochDay, nanoOfDay));
    }

    private synchronized int number(DayTime instant) {
        Integer known = ids.putIfAbsent(instant, size);
        if (known != null) {
            return known;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            nanosOfDay = Arrays.copyOf(nanosOfDay, size * 2);
        }
        days[size] = instant.day;
        nanosOfDay[size] = instant.nanoOfDay;
        return size++;
    }

    /** Days since 1970 by number. The array may be longer than what is numbered, and grows stale as numbers are added. */
    public int[] days() {
        return days;
    }

    /** Nanoseconds of the day by number, as {@link #days()}. */
    public long[] nanosOfDay() {
        return nanosOfDay;
    }

    private record DayTime(int day, long nanoOfDay) {

        // As a record has it, but without code that is made at run time.
        @Override
        public boolean equals(Object other) {
            return other instanceof DayTime time && day == time.day && nanoOfDay == time.nanoOfDay;
        }

        @Override
        public int hashCode() {
            return 31 * day + Long.hashCode(nanoOfDay);
        }
    }
}
