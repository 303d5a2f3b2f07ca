// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.util.function.ToLongFunction;

/** A number that an {@link Observation} holds. */
enum Quantity {
    WALL("wall", "s", 1e9, 3, Observation::wallNanos),
    CPU("CPU", "s", 1e9, 3, Observation::cpuNanos),
    PEAK_RSS("peak RSS", "MB", 1e6, 0, Observation::peakRssBytes),
    INSIDE_WALL("wall inside", "s", 1e9, 3, seen -> seen.iterations().get(0).wallNanos()),
    INSIDE_CPU("CPU inside", "s", 1e9, 3, seen -> seen.iterations().get(0).cpuNanos()),
    WARM_WALL("warm wall", "s", 1e9, 3, seen -> warm(seen, Iteration::wallNanos)),
    WARM_CPU("warm CPU", "s", 1e9, 3, seen -> warm(seen, Iteration::cpuNanos));

    /** Repetitions before a process counts as warm. */
    static final int COLD_ITERATIONS = 2;

    /** Repetitions of a warm process. */
    static final int ITERATIONS = 5;

    private final String text;
    private final String unit;
    private final double divisor;
    private final int decimals;
    private final ToLongFunction<Observation> reading;

    Quantity(String text, String unit, double divisor, int decimals, ToLongFunction<Observation> reading) {
        this.text = text;
        this.unit = unit;
        this.divisor = divisor;
        this.decimals = decimals;
        this.reading = reading;
    }

    /** In seconds or megabytes. */
    double of(Observation seen) {
        return reading.applyAsLong(seen) / divisor;
    }

    String text() {
        return text;
    }

    /** A value with its unit. */
    String format(double value) {
        return String.format("%." + decimals + "f %s", value, unit);
    }

    private static long warm(Observation seen, ToLongFunction<Iteration> reading) {
        return Math.round(seen.iterations().stream()
                .skip(COLD_ITERATIONS)
                .mapToLong(reading)
                .average()
                .orElseThrow());
    }
}
