// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell that uses one core although more were asked for, because it is configured to.
 *
 * @param confirmedBy a cell that differs in that switch alone and uses more cores; absent where none was measured
 */
public record SerialReference(Optional<CellAnalysis> confirmedBy) {

    private static final String SWITCH = "parallel_chunks";
    private static final double ONE_CORE = 1.15;
    private static final double MORE_CORES = 1.3;

    /** Recognises such a cell. */
    public static Optional<SerialReference> of(CellAnalysis cell, List<CellAnalysis> others) {
        PlannedCell planned = cell.planned();
        boolean switchedOff = planned.cell().get(SWITCH).filter("false"::equals).isPresent()
                && !planned.ignored().contains(SWITCH);
        boolean oneCore =
                cell.numbers().filter(n -> n.shown().cores() <= ONE_CORE).isPresent();
        if (!switchedOff || !oneCore || planned.requestedWorkers() < 2) {
            return Optional.empty();
        }
        Cell switchedOn = planned.cell().with(Map.of(SWITCH, "true"));
        return Optional.of(new SerialReference(others.stream()
                .filter(CellAnalysis::isRanked)
                .filter(o -> o.planned().cell().id().equals(switchedOn.id()))
                .filter(o -> cores(o) >= MORE_CORES * cores(cell))
                .findFirst()));
    }

    private static double cores(CellAnalysis cell) {
        return cell.numbers().map(n -> n.shown().cores()).orElse(0.0);
    }
}
