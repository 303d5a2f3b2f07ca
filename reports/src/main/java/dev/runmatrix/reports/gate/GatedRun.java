// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.BuildAxis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.List;

/**
 * A run as a gate sees it.
 *
 * @param run the run
 * @param cells those that rules may be about, in the order of the plan; of a run of two builds only those of its head
 */
record GatedRun(RunRecord run, List<GatedCell> cells) {

    GatedRun {
        cells = List.copyOf(cells);
    }

    static GatedRun of(StoredRun stored) throws UnreadableRunException {
        RunAnalysis analysis = RunAnalysis.of(stored);
        RunRecord run = stored.run();
        double granted = run.environment().grantedCores();
        List<GatedCell> cells = analysis.cells().stream()
                .filter(cell -> run.builds().isEmpty() || !isOfBaseBuild(cell.planned()))
                .map(cell -> new GatedCell(
                        cell, analysis.clock(), setting(run, cell.planned()), usable(cell.planned(), granted)))
                .toList();
        return new GatedRun(run, cells);
    }

    /** Nothing bounds what others are compared with. */
    private static boolean isOfBaseBuild(PlannedCell planned) {
        return planned.cell().get(BuildAxis.KEY).filter(BuildAxis.BASE::equals).isPresent();
    }

    private static Cell setting(RunRecord run, PlannedCell planned) {
        return run.builds().isPresent() ? BuildAxis.settingOf(planned.cell()) : planned.cell();
    }

    /** No program keeps more processors busy than it may use. */
    private static double usable(PlannedCell planned, double granted) {
        return Math.min(planned.requestedWorkers(), granted);
    }

    List<GatedCell> named(GateRule rule) {
        return cells.stream().filter(cell -> rule.cells().names(cell.planned())).toList();
    }
}
