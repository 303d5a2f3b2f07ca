// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t, of which only two questions are asked here. */
final class Student {

    private Student() {}

    /** The value that t stays below with the probability. */
    static double quantile(double probability, double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
    }

    /** P(|T| ≥ |t|). */
    static double twoSided(double t, double degreesOfFreedom) {
        return 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t));
    }
}
