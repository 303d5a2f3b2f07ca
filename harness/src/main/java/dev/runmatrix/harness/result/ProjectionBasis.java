// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

/**
 * One of the cells that a projection rests on.
 *
 * @param cell its name in the run that made the projection, {@code C01}
 * @param at its number of workers or of rows
 * @param forks how many forks its median is taken over, at least 1
 * @param median in the unit of the projected quantity, above 0
 */
public record ProjectionBasis(String cell, double at, int forks, double median) {}
