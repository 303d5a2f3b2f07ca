// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * One fork that a run is to make.
 *
 * @param cell name of the cell, {@code C01}
 * @param fork number of the counted fork within the cell, from 1; 0 for a warm-up
 * @param round round that it belongs to, from 1; 0 for the warm-up round
 */
public record ScheduledFork(String cell, int fork, int round) {

    /** Whether this fork is recorded but not counted. */
    public boolean isWarmup() {
        return fork == 0;
    }
}
