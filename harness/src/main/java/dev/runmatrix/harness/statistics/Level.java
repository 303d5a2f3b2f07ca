// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.List;

/**
 * What was measured at one step of a quantity that was varied.
 *
 * @param at the step: a number of workers, a number of rows; above 0
 * @param forks a positive value of each fork, at least one
 */
public record Level(double at, List<Double> forks) {

    public Level {
        forks = List.copyOf(forks);
        if (!(at > 0) || forks.isEmpty() || !forks.stream().allMatch(value -> value > 0)) {
            throw new IllegalArgumentException("at " + at + " there are the values " + forks);
        }
    }

    /** The middle of its forks. */
    public double median() {
        return Median.of(values());
    }

    /** Its forks, in their order. */
    public double[] values() {
        return forks.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
