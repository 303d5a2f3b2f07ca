// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.statistics.Look;
import dev.runmatrix.harness.statistics.Looks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many counted forks a cell is to have, going by the forks that it has: as many as the looks ask for, or so many more
 * than it had.
 */
final class Targets {

    private final Looks looks;
    private final int maxFailures;
    private final boolean looking;
    private final int added;
    private final Set<String> addedTo;

    /**
     * The targets of a sitting.
     *
     * @param now what this sitting is for
     * @param adding the sitting that adds forks, this or an earlier one that was not finished; absent where there is none
     */
    Targets(Looks looks, int maxFailures, Sitting.Kind now, Optional<Sitting> adding, List<String> allCells) {
        this.looks = looks;
        this.maxFailures = maxFailures;
        this.looking = now != Sitting.Kind.APPEND;
        this.added = adding.map(Sitting::added).orElse(OptionalInt.empty()).orElse(0);
        this.addedTo = new HashSet<>(adding.map(Sitting::cells)
                .filter(cells -> !cells.isEmpty())
                .orElse(adding.isPresent() ? allCells : List.of()));
    }

    /** Whether this sitting, or the one that it goes on with, adds forks to a cell. */
    boolean addsTo(String cell) {
        return addedTo.contains(cell);
    }

    /** The greatest number of a fork that a cell is to have; 0 where it is to have none. */
    int of(Series series) {
        if (addsTo(series.cell())) {
            return series.base() + added;
        }
        return looking ? lookedFor(series) : 0;
    }

    /** Whether a cell needs a fork more by itself. */
    boolean wants(Series series) {
        return series.next() <= of(series) && !isFailing(series);
    }

    boolean isFailing(Series series) {
        return series.hasFailed(maxFailures);
    }

    /**
     * Why a cell has no more forks.
     *
     * @param stopped what stopped the run; absent where it came to its end
     * @param target the greatest number of a fork that it was to have
     */
    CellEnd end(Series series, Optional<CellEnd.Reason> stopped, int target) {
        boolean missing = series.next() <= target;
        if (missing && isFailing(series)) {
            return new CellEnd(series.cell(), target, CellEnd.Reason.FAILING, OptionalInt.empty());
        }
        if (missing) {
            CellEnd.Reason reason = stopped.orElse(CellEnd.Reason.INTERRUPTED);
            return new CellEnd(series.cell(), target, reason, OptionalInt.empty());
        }
        if (addsTo(series.cell()) || looks.isFixed()) {
            return new CellEnd(series.cell(), series.most(), CellEnd.Reason.FORKS_MADE, OptionalInt.empty());
        }
        return looked(series);
    }

    private CellEnd looked(Series series) {
        int size = lastLook(series).orElse(looks.first());
        Look look = looks.at(series.cleanWalls(size));
        if (look.decision() == Look.Decision.FUTILE && size < looks.most()) {
            return new CellEnd(series.cell(), series.most(), CellEnd.Reason.FUTILE, look.neededValues());
        }
        boolean precise = look.decision() == Look.Decision.PRECISE;
        return new CellEnd(
                series.cell(),
                series.most(),
                precise ? CellEnd.Reason.PRECISE : CellEnd.Reason.FORKS_MADE,
                OptionalInt.empty());
    }

    /** The number of forks that the looks ask for, going by those that are made. */
    int lookedFor(Series series) {
        Optional<Integer> last = lastLook(series);
        if (last.isEmpty()) {
            return looks.first();
        }
        if (looks.at(series.cleanWalls(last.get())).isLast()) {
            return last.get();
        }
        return looks.sizes().stream()
                .filter(size -> size > last.get())
                .findFirst()
                .orElse(looks.most());
    }

    /** The size of the last look that a series has reached; absent before the first one. */
    private Optional<Integer> lastLook(Series series) {
        return looks.sizes().stream().filter(size -> size < series.next()).reduce((first, second) -> second);
    }
}
