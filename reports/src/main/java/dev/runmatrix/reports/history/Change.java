// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import java.util.List;

/**
 * Cells that changed in the same run, one run more or less: most likely one cause. It warns; the builds never ran side by
 * side.
 *
 * @param before the last run in which all of them had their old level
 * @param after the first run in which all of them have their new one
 * @param cells what changed, the largest change first
 * @param measured how many cells could have changed
 */
public record Change(RunLevels before, RunLevels after, List<CellChange> cells, int measured) {

    public Change {
        cells = List.copyOf(cells);
    }

    /** Whether both sides measured the same bytes, so that something else than the program changed. */
    public boolean isOfOneBuild() {
        return before.build().isSameAs(after.build());
    }

    /** Whether more than half of several cells moved, and in one direction: that is rather the machine than the program. */
    public boolean suspectsTheMachine() {
        long slower = cells.stream().filter(cell -> cell.ratio().estimate() > 1).count();
        long most = Math.max(slower, cells.size() - slower);
        return measured > 2 && 2 * most > measured;
    }
}
