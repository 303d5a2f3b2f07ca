// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Shift;
import dev.runmatrix.harness.statistics.ShiftGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the lasting changes of a series and says between which runs they lie. */
final class ChangeSearch {

    private static final Comparator<CellChange> LARGEST_FIRST = Comparator.comparingDouble(
                    (CellChange change) -> Math.abs(Math.log(change.ratio().estimate())))
            .reversed();

    private final List<RunLevels> runs;
    private final Map<CellKey, CellHistory> cells = new LinkedHashMap<>();
    private final Map<CellKey, Levels> levels = new LinkedHashMap<>();
    private final int measured;

    ChangeSearch(List<RunLevels> runs, List<CellHistory> cells) {
        this.runs = runs;
        cells.forEach(cell -> this.cells.put(cell.key(), cell));
        this.cells.forEach((key, cell) -> levels.put(key, Levels.of(cell)));
        measured = (int) cells.stream().filter(cell -> cell.missing() == 0).count();
    }

    List<Change> changes() {
        Map<CellKey, List<Shift>> shifts = new LinkedHashMap<>();
        levels.forEach((key, found) -> shifts.put(key, found.shifts()));
        return ShiftGroup.of(shifts).stream().map(this::change).toList();
    }

    private Change change(ShiftGroup<CellKey> group) {
        List<CellChange> changed = new ArrayList<>();
        int before = Math.toIntExact(group.firstNight());
        for (Map.Entry<CellKey, Shift> entry : group.shifts().entrySet()) {
            CellHistory cell = Objects.requireNonNull(cells.get(entry.getKey()));
            changed.add(Objects.requireNonNull(levels.get(entry.getKey())).change(cell, entry.getValue()));
            before = Math.min(before, lastBefore(cell, entry.getValue()));
        }
        changed.sort(LARGEST_FIRST);
        return new Change(runs.get(before), runs.get(Math.toIntExact(group.lastNight())), changed, measured);
    }

    /** A cell may have no value in the run before. */
    private static int lastBefore(CellHistory cell, Shift shift) {
        return cell.compared().stream()
                .mapToInt(HistoryPoint::run)
                .filter(run -> run < shift.night())
                .max()
                .orElse(0);
    }
}
