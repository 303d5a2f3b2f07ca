// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What the value of a claim must keep.
 *
 * @param unit what the value is
 * @param atLeast the least that it may be; absent: anything
 * @param atMost the most that it may be, for {@link Unit#WITHIN} the tolerated share; absent: anything
 * @param stated the greatest figure of a promise, {@code 4} of "3–4 times as fast"; more than was promised breaks nothing
 */
public record ClaimLimit(Unit unit, Optional<Double> atLeast, Optional<Double> atMost, Optional<Double> stated) {

    private static final double MILLIS = 1e3;

    /** What the value of a claim is. */
    public enum Unit {
        /** This ÷ that. */
        TIMES,
        /** That ÷ this: how many times as fast this is. */
        TIMES_AS_FAST,
        /** This ÷ that, between 1 ÷ (1 + tolerance) and 1 + tolerance. */
        WITHIN,
        /** A share of 1. */
        SHARE,
        SECONDS,
        BYTES,
        CORES,
        /** Different outputs of one input; always at most 1. */
        OUTPUTS
    }

    public ClaimLimit {
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            throw new IllegalArgumentException("a claim without a limit");
        }
    }

    /** Identical outputs. */
    static ClaimLimit sameOutput() {
        return new ClaimLimit(Unit.OUTPUTS, Optional.empty(), Optional.of(1.0), Optional.empty());
    }

    /** The least value that keeps it; minus infinity where any does. */
    public double least() {
        return unit == Unit.WITHIN ? 1 / (1 + tolerance()) : atLeast.orElse(Double.NEGATIVE_INFINITY);
    }

    /** The greatest value that keeps it; infinity where any does. */
    public double most() {
        return unit == Unit.WITHIN ? 1 + tolerance() : atMost.orElse(Double.POSITIVE_INFINITY);
    }

    private double tolerance() {
        return atMost.orElse(0.0);
    }

    /** An end of it as a matrix file has it: {@code 4GB}, {@code 60%}, or a number. */
    Object written(double end) {
        return switch (unit) {
            case SECONDS -> Quantity.text(Duration.ofMillis(Math.round(end * MILLIS)));
            case BYTES -> Quantity.text(Math.round(end));
            case SHARE, WITHIN -> Quantity.percent(end);
            case TIMES, TIMES_AS_FAST, CORES, OUTPUTS -> end;
        };
    }

    /** An end of it in a sentence: {@code 4GB}, {@code 60%}, {@code 3}. */
    public String text(double end) {
        Object written = written(end);
        return written instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : written.toString();
    }
}
