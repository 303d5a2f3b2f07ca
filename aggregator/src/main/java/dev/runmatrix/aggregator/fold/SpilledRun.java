// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/**
 * What was written of one day at a time: sorted groups, or capacities.
 *
 * @param file the file
 * @param position where it begins
 * @param bytes its length
 */
record SpilledRun(SpillFile file, long position, long bytes) {}
