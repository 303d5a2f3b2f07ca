// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.AttemptCheck;
import dev.runmatrix.reports.analysis.WallClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run, reduced to what a history needs of it.
 *
 * @param id its name
 * @param startedAt when it began
 * @param build what it measured
 * @param conditions what another run must share to be compared
 * @param cells what its cells came to, in the order of its plan
 */
public record RunLevels(String id, Instant startedAt, BuildOfRun build, Conditions conditions, List<CellLevels> cells) {

    public RunLevels {
        cells = List.copyOf(cells);
    }

    /**
     * Reduces a run.
     *
     * @throws UnreadableRunException if forks of it do not belong to its plan
     */
    public static RunLevels of(StoredRun stored) throws UnreadableRunException {
        AttemptCheck.require(stored);
        WallClock clock = WallClock.of(stored);
        Map<String, CellForks> cells = new LinkedHashMap<>();
        for (PlannedCell planned : stored.run().plan().cells()) {
            cells.put(planned.name(), new CellForks(planned));
        }
        for (ForkRecord fork : stored.forks()) {
            cells.computeIfPresent(fork.cell(), (name, forks) -> {
                forks.add(fork);
                return forks;
            });
        }
        return new RunLevels(
                stored.run().id(),
                stored.run().startedAt(),
                BuildOfRun.of(stored.run()),
                Conditions.of(stored.run(), clock),
                cells.values().stream()
                        .map(forks -> forks.levels(clock, stored.run().datasets()))
                        .toList());
    }

    /** This run with some of its cells. */
    public RunLevels only(Set<String> cellIds) {
        return new RunLevels(
                id,
                startedAt,
                build,
                conditions,
                cells.stream()
                        .filter(cell -> cellIds.contains(cell.key().cellId()))
                        .toList());
    }
}
