// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.Shift;

/**
 * A lasting change of one cell.
 *
 * @param cell the cell
 * @param shift where it was found, and how surely
 * @param ratio level after ÷ level before, over the runs between this change and its neighbours, 30 on either side at most,
 *     with the exact Mann–Whitney interval; that the change lies at this run is taken as given
 * @param runsBefore runs of the old level in that ratio
 * @param runsAfter runs of the new one
 */
public record CellChange(CellHistory cell, Shift shift, Ratio ratio, int runsBefore, int runsAfter) {}
