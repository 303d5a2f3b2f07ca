// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.Shift;

/**
 * A lasting change of one cell.
 *
 * @param cell the cell
 * @param shift where it was found, and how surely
 * @param ratio level after ÷ level before, over all runs between this change and its neighbours, with the exact
 *     Mann–Whitney interval; it takes the place of the change as given
 * @param runsBefore runs of the old level in that ratio
 * @param runsAfter runs of the new one
 */
public record CellChange(CellHistory cell, Shift shift, Ratio ratio, int runsBefore, int runsAfter) {}
