// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.outline;

import java.time.LocalDate;

/**
 * Consecutive days that are alike.
 *
 * @param first first day
 * @param last last day, included
 * @param rowGroups row groups that can have rows of such a day
 * @param rows rows of those row groups: at most so many are of that day
 */
public record DayOutline(LocalDate first, LocalDate last, int rowGroups, long rows) {}
