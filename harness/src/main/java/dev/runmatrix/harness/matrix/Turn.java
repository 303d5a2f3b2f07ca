// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * A place in a round of the schedule.
 *
 * @param cell name of the cell whose turn it is
 * @param twin whether it is the turn of its twin, the second series of the A/A pair
 */
public record Turn(String cell, boolean twin) {}
