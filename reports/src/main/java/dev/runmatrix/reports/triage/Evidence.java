// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/**
 * A measured value, and what it was judged by.
 *
 * @param what the quantity in words
 * @param value its value in the unit
 * @param unit of value and limit
 * @param limit what it was compared with; absent for a value that only informs
 */
public record Evidence(String what, double value, Unit unit, Optional<Limit> limit) {

    /** How a value is written. */
    public enum Unit {
        CORES,
        SHARE,
        COUNT,
        PER_SECOND,
        BYTES,
        BYTES_PER_SECOND,
        SECONDS
    }

    /**
     * A threshold.
     *
     * @param direction on which side of it the value is
     * @param value the threshold
     */
    public record Limit(Direction direction, double value) {}

    /** On which side of a threshold a value is. */
    public enum Direction {
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW
    }

    static Evidence of(String what, double value, Unit unit) {
        return new Evidence(what, value, unit, Optional.empty());
    }

    Evidence atLeast(double limit) {
        return with(Direction.AT_LEAST, limit);
    }

    Evidence above(double limit) {
        return with(Direction.ABOVE, limit);
    }

    Evidence below(double limit) {
        return with(Direction.BELOW, limit);
    }

    private Evidence with(Direction direction, double threshold) {
        return new Evidence(what, value, unit, Optional.of(new Limit(direction, threshold)));
    }
}
