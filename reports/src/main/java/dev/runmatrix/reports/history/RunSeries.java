// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.harness.statistics.Suspicion;
import java.util.List;
import java.util.Optional;

/**
 * Runs that may be compared, and what their cells did.
 *
 * @param conditions what they share
 * @param runs the oldest first
 * @param cells in the order of the newest run's plan
 * @param changes lasting changes, the earliest first
 * @param drift what sittings of one build differ by under these conditions
 * @param pinned the release that the latest runs are held against; absent where none was measured under these conditions
 */
public record RunSeries(
        Conditions conditions,
        List<RunLevels> runs,
        List<CellHistory> cells,
        List<Change> changes,
        SittingSpread drift,
        Optional<Pinned> pinned) {

    public RunSeries {
        runs = List.copyOf(runs);
        cells = List.copyOf(cells);
        changes = List.copyOf(changes);
    }

    public RunLevels newest() {
        return runs.get(runs.size() - 1);
    }

    /** Cells whose latest runs left the level of the pinned release. */
    public List<CellHistory> creeping() {
        return cells.stream()
                .filter(cell -> cell.creep()
                        .filter(creep -> creep.suspicion() == Suspicion.SLOWER || creep.suspicion() == Suspicion.FASTER)
                        .isPresent())
                .toList();
    }

    /** The changes of one cell. */
    public List<CellChange> changesOf(CellHistory cell) {
        return changes.stream()
                .flatMap(change -> change.cells().stream())
                .filter(change -> change.cell().key().equals(cell.key()))
                .toList();
    }
}
