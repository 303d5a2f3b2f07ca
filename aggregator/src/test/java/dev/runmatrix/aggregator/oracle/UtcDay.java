// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day of an instant. */
final class UtcDay {
    private UtcDay() {}

    /** Whether a Parquet DATE can hold the day. */
    static boolean isWritable(Instant instant) {
        long day = of(instant).toEpochDay();
        return day == (int) day;
    }

    static LocalDate of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
