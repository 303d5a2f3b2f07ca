// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;

/**
 * How each cell is measured.
 *
 * @param forks counted forks a cell, at least 1
 * @param warmupForks forks before them that are recorded but not counted, at least 0
 * @param timeout longest life of a fork
 * @param stallTimeout longest time a fork may live without using CPU
 * @param samplePeriod time between two samples of a fork from outside
 */
public record Protocol(int forks, int warmupForks, Duration timeout, Duration stallTimeout, Duration samplePeriod) {

    /** What holds for the keys that a matrix file does not give. */
    public static final Protocol DEFAULT =
            new Protocol(6, 1, Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofMillis(100));

    /** This protocol with another number of counted forks. */
    public Protocol withForks(int counted) {
        return new Protocol(counted, warmupForks, timeout, stallTimeout, samplePeriod);
    }

    /** This protocol with another limit to the life of a fork. */
    public Protocol withTimeout(Duration longest) {
        return new Protocol(forks, warmupForks, longest, stallTimeout, samplePeriod);
    }
}
