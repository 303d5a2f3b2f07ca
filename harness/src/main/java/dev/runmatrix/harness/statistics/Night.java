// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * One point of a history.
 *
 * @param number which night, rising; neighbours differ by 1, so that nights of several cells can be compared
 * @param median median of the clean forks, above 0
 */
public record Night(long number, double median) {

    public Night {
        if (!(median > 0) || Double.isInfinite(median)) {
            throw new IllegalArgumentException("night " + number + " has a median of " + median);
        }
    }
}
