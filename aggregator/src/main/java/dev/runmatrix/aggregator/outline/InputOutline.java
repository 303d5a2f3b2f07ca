// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.outline;

import dev.runmatrix.aggregator.storage.Location;
import java.util.List;
import java.util.Optional;

/**
 * What an input consists of.
 *
 * @param tables its tables
 * @param days days of pod rows inside the date range, in order, as far as row groups tell theirs
 * @param silentRowGroups row groups of pod rows that do not tell their days
 * @param silentFile a file that has one of those
 */
public record InputOutline(
        List<TableOutline> tables, List<DayOutline> days, int silentRowGroups, Optional<Location> silentFile) {

    public InputOutline {
        tables = List.copyOf(tables);
        days = List.copyOf(days);
    }
}
