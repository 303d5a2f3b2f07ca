// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;

/**
 * Runs that may be compared.
 *
 * @param id what links lead to
 * @param heading the class of machines
 * @param facts what the runs share
 * @param rows a line a cell
 * @param changes lasting changes, the latest first
 * @param creep levels that left that of the pinned release
 * @param unknown what cannot be told, and what would help
 * @param panels a chart a cell
 * @param withoutChart how many more cells there are in the table than have a chart; empty for none
 */
public record HistorySection(
        String id,
        String heading,
        List<KeyValue> facts,
        List<HistoryRow> rows,
        List<HistoryChange> changes,
        List<HistoryChange> creep,
        List<Text> unknown,
        List<HistoryPanel> panels,
        Text withoutChart) {

    public HistorySection {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        creep = List.copyOf(creep);
        unknown = List.copyOf(unknown);
        panels = List.copyOf(panels);
    }

    /** How many cells there are. */
    public String count() {
        return Units.count(rows.size());
    }

    /** What stands where there is no change. */
    public String quiet() {
        boolean none = rows.stream()
                .allMatch(
                        row -> row.tag().tone() == Tag.Tone.QUIET && !row.tag().isEmpty());
        return none ? "Cannot be told yet: too few runs." : "None found.";
    }
}
