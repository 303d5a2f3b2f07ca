// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedOption;
import java.util.Optional;

/**
 * A proposal and what was measured of it.
 *
 * @param planned the proposal
 * @param cell the cell that measures it
 * @param gain the cell against the reference; absent where one of the two has no numbers
 */
public record OptionResult(PlannedOption planned, CellAnalysis cell, Optional<Comparison> gain) {}
