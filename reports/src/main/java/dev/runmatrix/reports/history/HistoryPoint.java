// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

/**
 * A cell in one run of a series.
 *
 * @param run number of the run within the series, from 0
 * @param level what the cell came to
 * @param compared whether it has enough clean forks to be compared with other runs
 */
public record HistoryPoint(int run, Level level, boolean compared) {}
