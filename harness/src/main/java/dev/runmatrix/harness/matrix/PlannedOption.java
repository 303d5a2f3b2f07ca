// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * An option and the cell that measures it.
 *
 * @param option the proposal
 * @param cell name of the planned cell, {@code C09}
 */
public record PlannedOption(Option option, String cell) {}
