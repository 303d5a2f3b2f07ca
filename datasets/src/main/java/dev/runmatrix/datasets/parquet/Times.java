// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Layout;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The four time columns of a row: its month and its hour. */
final class Times {

    private static final long SECONDS_PER_HOUR = 3600;
    private static final long MILLIS = 1_000;
    private static final long NANOS = 1_000_000_000;

    private final LocalDate start;
    private final long unitsPerSecond;

    private int day = -1;
    private long midnight;
    private long periodStart;
    private long periodEnd;

    Times(DatasetParameters parameters) {
        start = parameters.start();
        unitsPerSecond = parameters.layout() == Layout.POC ? NANOS : MILLIS;
    }

    void write(Fields fields, int day, int hour) {
        if (day != this.day) {
            moveTo(day);
        }
        long begins = midnight + hour * SECONDS_PER_HOUR * unitsPerSecond;
        fields.whole(periodStart);
        fields.whole(periodEnd);
        fields.whole(begins);
        fields.whole(begins + (SECONDS_PER_HOUR - 1) * unitsPerSecond);
    }

    private void moveTo(int day) {
        this.day = day;
        LocalDate date = start.plusDays(day);
        LocalDate month = date.withDayOfMonth(1);
        midnight = units(date);
        periodStart = units(month);
        periodEnd = units(month.plusMonths(1));
    }

    private long units(LocalDate date) {
        return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * unitsPerSecond;
    }
}
