// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.CellKey;
import dev.runmatrix.reports.history.HistoryPoint;
import dev.runmatrix.reports.history.RunSeries;
import dev.runmatrix.reports.words.CellLabels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cells of a series are called: a matrix that changed may have given one name to several. */
final class HistoryNames {

    private final RunSeries series;
    private final CellLabels labels;
    private final Map<CellKey, String> names = new HashMap<>();

    HistoryNames(RunSeries series) {
        this.series = series;
        List<PlannedCell> cells =
                series.cells().stream().map(CellHistory::planned).toList();
        String main = cells.stream()
                .filter(PlannedCell::reference)
                .findFirst()
                .or(() -> cells.stream().findFirst())
                .flatMap(cell -> cell.cell().get(CellAnalysis.DATASET))
                .orElse("");
        labels = new CellLabels(cells, main);
        Set<String> taken = new HashSet<>();
        for (CellHistory cell : series.cells()) {
            names.put(cell.key(), free(cell.planned().name(), taken));
        }
    }

    /** The newest cell keeps the name, the others get a number behind it. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "/" + number;
        }
        return free;
    }

    String name(CellHistory cell) {
        return names.getOrDefault(cell.key(), cell.planned().name());
    }

    /** The configuration, and until when, for one that the newest run does not measure. */
    String label(CellHistory cell) {
        String label = labels.of(cell.planned());
        int newest = series.runs().size() - 1;
        Optional<HistoryPoint> last = cell.points().stream().reduce((earlier, later) -> later);
        return last.filter(point -> point.run() < newest && !isPlanned(cell))
                .map(point -> label + " (until "
                        + HistoryUnits.day(series.runs().get(point.run()).startedAt()) + ")")
                .orElse(label);
    }

    private boolean isPlanned(CellHistory cell) {
        return series.newest().cells().stream().anyMatch(levels -> levels.key().equals(cell.key()));
    }
}
