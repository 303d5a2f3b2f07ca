// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * A lasting change, or a level that crept away.
 *
 * @param headline what changed and since when
 * @param cells each cell with its size and interval
 * @param notes between which builds it lies, and how to read it
 * @param command what confirms it; empty where no command can
 */
public record HistoryChange(Text headline, List<Text> cells, List<Text> notes, String command) {

    public HistoryChange {
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }
}
