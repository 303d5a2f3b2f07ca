// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * One fork that a run is to make.
 *
 * @param cell name of the cell, {@code C01}
 * @param fork number of the counted fork within the cell, or within its twin, from 1; 0 for a warm-up
 * @param round round that it belongs to, from 1; 0 for the warm-up round
 * @param twin whether it is one of the second series of the A/A pair
 * @param repeat whether it takes the place of an attempt that something outside disturbed
 */
public record ScheduledFork(String cell, int fork, int round, boolean twin, boolean repeat) {

    /** The first attempt of a cell's own fork. */
    public ScheduledFork(String cell, int fork, int round) {
        this(cell, fork, round, false, false);
    }

    /** Whether this fork is recorded but not counted. */
    public boolean isWarmup() {
        return fork == 0;
    }

    /** The same fork once more. */
    public ScheduledFork again() {
        return new ScheduledFork(cell, fork, round, twin, true);
    }
}
