// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.ChangePoints;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.Shift;
import dev.runmatrix.harness.statistics.ShiftGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the lasting changes of a series and says between which runs they lie. */
final class ChangeSearch {

    private static final double CONFIDENCE = 0.95;

    private static final Comparator<CellChange> LARGEST_FIRST = Comparator.comparingDouble(
                    (CellChange change) -> Math.abs(Math.log(change.ratio().estimate())))
            .reversed();

    private final List<RunLevels> runs;
    private final Map<CellKey, CellHistory> cells = new LinkedHashMap<>();
    private final Map<CellKey, List<Shift>> shifts = new LinkedHashMap<>();
    private final int measured;

    ChangeSearch(List<RunLevels> runs, List<CellHistory> cells) {
        this.runs = runs;
        cells.forEach(cell -> this.cells.put(cell.key(), cell));
        this.cells.forEach((key, cell) -> shifts.put(key, ChangePoints.all(cell.nights())));
        measured = (int) cells.stream().filter(cell -> cell.missing() == 0).count();
    }

    List<Change> changes() {
        return ShiftGroup.of(shifts).stream().map(this::change).toList();
    }

    private Change change(ShiftGroup<CellKey> group) {
        List<CellChange> changed = new ArrayList<>();
        int before = Math.toIntExact(group.firstNight());
        for (CellHistory cell : cells.values()) {
            Shift shift = group.shifts().get(cell.key());
            if (shift != null) {
                changed.add(change(cell, shift));
                before = Math.min(before, lastBefore(cell, shift));
            }
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

    private CellChange change(CellHistory cell, Shift shift) {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        for (Shift other : shifts.getOrDefault(cell.key(), List.of())) {
            from = other.night() < shift.night() ? Math.max(from, other.night()) : from;
            to = other.night() > shift.night() ? Math.min(to, other.night()) : to;
        }
        double[] old = between(cell, from, shift.night());
        double[] recent = between(cell, shift.night(), to);
        return new CellChange(cell, shift, Ratio.of(recent, old, CONFIDENCE), old.length, recent.length);
    }

    private static double[] between(CellHistory cell, long from, long to) {
        return cell.compared().stream()
                .filter(point -> point.run() >= from && point.run() < to)
                .mapToDouble(point -> point.level().median())
                .toArray();
    }
}
