// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * A value that was not measured, between two that it should not leave.
 *
 * @param value what the models come to, in the unit of the values they rest on
 * @param interval where a later measurement should lie; its coverage is what was aimed at
 */
public record Projected(double value, Interval interval) {

    public Projected {
        if (!interval.contains(value)) {
            throw new IllegalArgumentException(value + " lies outside " + interval);
        }
    }

    /** Upper ÷ lower end. */
    public double spread() {
        return interval.high() / interval.low();
    }
}
