// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Level;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured of a cell that has a rank, as projections see it. */
public final class Values {

    private Values() {}

    /** One value for each of its clean forks; empty for a cell without a rank, or where a fork lacks it. */
    static List<Double> of(CellAnalysis cell, ProjectedQuantity quantity) {
        if (!cell.isRanked()) {
            return List.of();
        }
        List<Double> values = cell.ranked().forks().stream()
                .flatMap(fork -> value(fork, quantity).stream())
                .filter(value -> value > 0)
                .toList();
        return values.size() == cell.ranked().n() ? values : List.of();
    }

    private static Optional<Double> value(ForkTimes fork, ProjectedQuantity quantity) {
        return switch (quantity) {
            case WALL -> Optional.of(fork.wallSeconds());
            case CPU -> Optional.of(fork.cpuSeconds());
            case PEAK_RSS ->
                fork.attempt().process().flatMap(ProcessUsage::peakRssBytes).map(Long::doubleValue);
        };
    }

    /** The same as a level; absent where there are no values. */
    static Optional<Level> level(double at, CellAnalysis cell, ProjectedQuantity quantity) {
        List<Double> values = of(cell, quantity);
        return values.isEmpty() ? Optional.empty() : Optional.of(new Level(at, values));
    }

    /** The median over its clean forks, by which a projection is checked; absent where there are no values. */
    public static Optional<Double> median(CellAnalysis cell, ProjectedQuantity quantity) {
        return level(1, cell, quantity).map(Level::median);
    }

    /** The axes of a cell that have an effect. */
    static Map<String, String> effective(PlannedCell planned) {
        Map<String, String> axes = new LinkedHashMap<>(planned.cell().axes());
        axes.keySet().removeAll(planned.ignored());
        return axes;
    }

    /** The same without one of them. */
    static Map<String, String> without(String axis, PlannedCell planned) {
        Map<String, String> axes = effective(planned);
        axes.remove(axis);
        return axes;
    }

    /** A setting with one axis more, in the order of the family's own cells. */
    static Cell with(PlannedCell like, String axis, String value) {
        Map<String, String> axes = effective(like);
        axes.put(axis, value);
        return new Cell(axes);
    }
}
