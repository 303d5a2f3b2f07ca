// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * Time by number of workers, T(N) = a + b/N + c·(N − 1): a part that does not shrink, one that is shared, and what each
 * further worker costs. Without c it is Amdahl's law, with it the universal scalability law.
 *
 * @param fixed a, in the unit of the values, 0 or more
 * @param shared b, likewise
 * @param added c, likewise
 * @see <a href="https://doi.org/10.1007/978-3-540-31010-5">Gunther 2007, Guerrilla Capacity Planning</a>
 */
public record WorkerCurve(double fixed, double shared, double added) {

    public WorkerCurve {
        if (!(fixed >= 0 && shared >= 0 && added >= 0 && fixed + shared + added > 0)) {
            throw new IllegalArgumentException("a curve of " + fixed + ", " + shared + " and " + added);
        }
    }

    /** The time with so many workers, at least 1. */
    public double at(double workers) {
        return fixed + shared / workers + added * (workers - 1);
    }

    /** Which part of the work of one worker does not shrink, 0 to 1. */
    public double serialShare() {
        return fixed / at(1);
    }

    /** The number of workers beyond which it gets slower, √(b/c); infinite where further workers cost nothing. */
    public double knee() {
        return added == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(shared / added);
    }
}
