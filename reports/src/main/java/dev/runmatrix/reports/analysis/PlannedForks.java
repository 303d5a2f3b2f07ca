// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.Sitting;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many counted forks each cell of a run was to have, and why some were not made. */
final class PlannedForks {

    /** Where a run that may look at its intervals does so, beside its own first and last look. */
    private static final List<Integer> LOOKS = List.of(10, 20);

    private final RunRecord run;

    PlannedForks(RunRecord run) {
        this.run = run;
    }

    /**
     * Counted forks that a cell was to have: what its end says, else what was asked for last.
     *
     * @param highest the highest number of a counted fork that was made of it, 0 where none was
     */
    int of(PlannedCell cell, int highest) {
        return end(cell).map(CellEnd::planned).orElseGet(() -> asked(highest));
    }

    /** A cell that may get more forks at a look has, until it ends, those of the look that it works for. */
    private int asked(int highest) {
        Protocol protocol = run.spec().protocol();
        List<Sitting> sittings = run.sittings();
        int asked = sittings.isEmpty()
                ? protocol.forks()
                : sittings.get(sittings.size() - 1).forksPerCell();
        if (protocol.maxForks() == protocol.forks() || asked < protocol.maxForks()) {
            return asked;
        }
        return IntStream.concat(
                        IntStream.of(protocol.forks(), protocol.maxForks()),
                        LOOKS.stream().mapToInt(Integer::intValue))
                .filter(look -> look >= protocol.forks() && look >= highest && look <= protocol.maxForks())
                .min()
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
        return run.ends().stream().filter(e -> e.cell().equals(cell.name())).findFirst();
    }
}
