// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether times can be taken. */
public final class ClockCheck {

    private static final Set<String> SLOW_SOURCES = Set.of("hpet", "acpi_pm", "jiffies");

    /** Names and order of runs come from the date; no version of this program is older. */
    private static final Instant LEAST_DATE = Instant.parse("2026-01-01T00:00:00Z");

    private static final long MOST_STEP_MILLIS = 50;

    private ClockCheck() {}

    /**
     * Judges the clock.
     *
     * @param now the date
     * @param stepMillis how far the date ran away from the clock of durations while both were watched
     * @param source what tells the kernel the time; absent where not readable
     */
    public static Check of(Instant now, long stepMillis, Optional<String> source) {
        String found = source.map(s -> s + ", ").orElse("") + "date steady";
        if (now.isBefore(LEAST_DATE)) {
            return Check.warning(
                    "clock",
                    "date " + now,
                    "a date from 2026 on",
                    "Runs are named and ordered by their date: set the clock.");
        }
        if (Math.abs(stepMillis) > MOST_STEP_MILLIS) {
            return Check.warning(
                    "clock",
                    "date moved by " + stepMillis + " ms",
                    MOST_STEP_MILLIS + " ms",
                    "Somebody sets the clock. Durations are not taken from it, but dates of forks are.");
        }
        return Check.judged(
                source.filter(SLOW_SOURCES::contains).isEmpty(),
                "clock",
                found,
                "no slow source",
                "Each look at this clock takes microseconds: where the machine allows it, boot with clocksource=tsc.");
    }
}
