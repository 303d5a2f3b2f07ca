// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.util.function.ToLongFunction;

/** A number that an {@link Observation} holds. */
enum Quantity {
    WALL,
    CPU,
    PEAK_RSS,
    INSIDE_WALL,
    INSIDE_CPU,
    WARM_WALL,
    WARM_CPU;

    /** Repetitions before a process counts as warm. */
    static final int COLD_ITERATIONS = 2;

    /** Repetitions of a warm process. */
    static final int ITERATIONS = 5;

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;

    /** In seconds or megabytes. */
    double of(Observation seen) {
        return switch (this) {
            case WALL -> seen.wallNanos() / NANOS;
            case CPU -> seen.cpuNanos() / NANOS;
            case PEAK_RSS -> seen.peakRssBytes() / MEGABYTE;
            case INSIDE_WALL -> seen.iterations().get(0).wallNanos() / NANOS;
            case INSIDE_CPU -> seen.iterations().get(0).cpuNanos() / NANOS;
            case WARM_WALL -> warm(seen, Iteration::wallNanos) / NANOS;
            case WARM_CPU -> warm(seen, Iteration::cpuNanos) / NANOS;
        };
    }

    /** A value with its unit. */
    String format(double value) {
        return this == PEAK_RSS ? String.format("%.0f MB", value) : String.format("%.2f s", value);
    }

    /** A middle and its range, with their unit. */
    String format(Median median) {
        return this == PEAK_RSS
                ? String.format("%.0f (%.0f–%.0f) MB", median.value(), median.least(), median.greatest())
                : String.format("%.2f (%.2f–%.2f) s", median.value(), median.least(), median.greatest());
    }

    private static double warm(Observation seen, ToLongFunction<Iteration> reading) {
        return seen.iterations().stream()
                .skip(COLD_ITERATIONS)
                .mapToLong(reading)
                .average()
                .orElseThrow();
    }
}
