// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Schedule;
import dev.runmatrix.harness.matrix.ScheduledFork;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which a run makes its forks. */
final class ForkOrder {

    private static final Map<String, String> ANY_DATASET = Map.of(Axis.DATASET.key(), "");

    private ForkOrder() {}

    /**
     * The scheduled order, but for warm-ups: those of the reference come first, as the outputs of the others are compared
     * with its output. Warm-ups are not counted, so their order biases nothing.
     */
    static List<ScheduledFork> of(Plan plan, Protocol protocol, long seed) {
        return Schedule.rounds(plan, protocol.forks(), protocol.warmupForks(), seed).stream()
                .sorted(Comparator.comparing((ScheduledFork fork) -> rank(plan, fork)))
                .toList();
    }

    /** Whether a cell is the reference, or the same setting on another dataset. */
    static boolean isReference(Plan plan, PlannedCell planned) {
        return plan.reference()
                .map(PlannedCell::cell)
                .filter(reference -> onAnyDataset(reference).equals(onAnyDataset(planned.cell())))
                .isPresent();
    }

    private static int rank(Plan plan, ScheduledFork fork) {
        if (!fork.isWarmup()) {
            return 2;
        }
        return plan.cells().stream().anyMatch(c -> c.name().equals(fork.cell()) && isReference(plan, c)) ? 0 : 1;
    }

    private static Cell onAnyDataset(Cell cell) {
        return cell.with(ANY_DATASET);
    }
}
