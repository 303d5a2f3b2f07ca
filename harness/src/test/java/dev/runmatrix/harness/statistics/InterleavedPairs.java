// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Random;

/** Forks of two builds that take turns in one sitting, pair by pair, in an order drawn anew for each pair. */
final class InterleavedPairs {

    final double[] head;
    final double[] base;

    /** Gives the factors of a sitting to the two builds, and makes the head slower by a true ratio. */
    InterleavedPairs(double[] factors, double trueRatio, Random random) {
        int pairs = factors.length / 2;
        head = new double[pairs];
        base = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            int headFirst = random.nextInt(2);
            head[i] = trueRatio * factors[2 * i + 1 - headFirst];
            base[i] = factors[2 * i + headFirst];
        }
    }
}
