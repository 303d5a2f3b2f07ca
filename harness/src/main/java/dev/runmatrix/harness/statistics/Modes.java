// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * Two levels between which the forks of one sample jump. Their mean would describe neither.
 *
 * @param low median of the lower forks, in the unit of the values
 * @param high median of the upper forks
 * @param lowForks how many lie low, at least 2
 * @param highForks how many lie high, at least 2
 */
public record Modes(double low, double high, int lowForks, int highForks) {

    /** Which part of the forks lies high, 0 to 1. */
    public double highShare() {
        return (double) highForks / (lowForks + highForks);
    }
}
