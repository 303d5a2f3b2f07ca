// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.Sitting;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many counted forks each cell of a run was to have, and why some were not made. */
final class PlannedForks {

    private final RunRecord run;
    private final Map<String, CellEnd> ends;

    PlannedForks(RunRecord run) {
        this.run = run;
        this.ends = run.ends().stream()
                .collect(Collectors.toMap(CellEnd::cell, Function.identity(), (first, again) -> first));
    }

    /**
     * Counted forks that a cell was to have: what its end says, else what was asked for last.
     *
     * @param highest the highest number of a counted fork that was made of it, 0 where none was
     */
    int of(PlannedCell cell, int highest) {
        return end(cell).map(CellEnd::planned).orElseGet(() -> asked(cell, highest));
    }

    /** A cell that may get more forks at a look has, until it ends, those of the look that it works for. */
    private int asked(PlannedCell cell, int highest) {
        Protocol protocol = run.spec().protocol();
        int asked = run.sittings().stream()
                .filter(s -> s.cells().isEmpty() || s.cells().contains(cell.name()))
                .reduce((earlier, later) -> later)
                .map(Sitting::forksPerCell)
                .orElse(protocol.forks());
        if (protocol.looks().isFixed() || asked < protocol.maxForks()) {
            return asked;
        }
        return protocol.looks().sizes().stream()
                .filter(size -> size >= highest)
                .findFirst()
                .orElse(asked);
    }

    /** Why forks of a cell were not made. */
    Absence absence(PlannedCell cell) {
        return end(cell).map(e -> absence(e.reason())).orElseGet(() -> switch (run.state()) {
            case RUNNING -> Absence.RUN_DID_NOT_END;
            case INTERRUPTED -> Absence.INTERRUPTED;
            case COMPLETE -> Absence.UNTOLD;
        });
    }

    private Absence absence(CellEnd.Reason reason) {
        return switch (reason) {
            case FAILING -> Absence.FAILING;
            case BUDGET -> Absence.BUDGET;
            case FAIL_FAST -> Absence.FAIL_FAST;
            case INTERRUPTED -> Absence.INTERRUPTED;
            case FORKS_MADE, PRECISE, FUTILE ->
                run.state() == RunState.RUNNING ? Absence.RUN_DID_NOT_END : Absence.UNTOLD;
        };
    }

    private Optional<CellEnd> end(PlannedCell cell) {
        return Optional.ofNullable(ends.get(cell.name()));
    }
}
