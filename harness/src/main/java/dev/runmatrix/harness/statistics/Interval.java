// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * A closed interval with the probability that its rule covers the true value.
 *
 * @param low lower end, in the unit of the values
 * @param high upper end, at least {@code low}
 * @param coverage exact probability for continuous values, 0 to 1; at least what was asked for, because order statistics
 *     come in steps
 */
public record Interval(double low, double high, double coverage) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from " + low + " to " + high);
        }
        if (!(coverage >= 0 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage " + coverage + " is no probability");
        }
    }

    /** Whether the two share a point. */
    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether all of it lies between the two, ends included. */
    public boolean isWithin(double least, double most) {
        return least <= low && high <= most;
    }

    /** The interval of the reciprocal, for positive ends. */
    public Interval reciprocal() {
        return new Interval(1 / high, 1 / low, coverage);
    }
}
