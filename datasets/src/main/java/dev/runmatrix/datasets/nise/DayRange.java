// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that a summary is asked for.
 *
 * @param first first day; absent: from the beginning
 * @param last last day, included; absent: to the end
 */
public record DayRange(Optional<LocalDate> first, Optional<LocalDate> last) {

    /** All days. */
    public static final DayRange ALL = new DayRange(Optional.empty(), Optional.empty());

    boolean contains(long epochDay) {
        return first.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE) <= epochDay
                && epochDay <= last.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }
}
