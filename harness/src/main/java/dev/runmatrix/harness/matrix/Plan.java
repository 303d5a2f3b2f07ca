// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resolved matrix.
 *
 * @param cells what will be measured, at least one, in declaration order
 * @param options the proposals, each with its cell
 * @param skips settings that will not be measured, each with its reason
 * @param claims what is stated of the cells, in the order of the file; empty in runs of earlier versions
 */
public record Plan(
        List<PlannedCell> cells,
        List<PlannedOption> options,
        List<Skip> skips,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<PlannedClaim> claims) {

    private static final Map<String, String> ANY_DATASET = Map.of(Axis.DATASET.key(), "");

    public Plan {
        cells = List.copyOf(cells);
        options = List.copyOf(options);
        skips = List.copyOf(skips);
        claims = List.copyOf(claims);
    }

    /** A plan of which nothing is stated. */
    public Plan(List<PlannedCell> cells, List<PlannedOption> options, List<Skip> skips) {
        this(cells, options, skips, List.of());
    }

    /** The cell that the others are compared with; absent where none is declared or a filter removed it. */
    public Optional<PlannedCell> reference() {
        return cells.stream().filter(PlannedCell::reference).findFirst();
    }

    /** The cell that an A/A pair measures twice: the reference, or the first one where there is none. */
    public Optional<PlannedCell> twinned() {
        return reference().or(() -> cells.stream().findFirst());
    }

    /** Whether a cell is the reference, or the same setting on another dataset. */
    public boolean isReferenceSetting(PlannedCell planned) {
        return reference()
                .map(reference -> reference.cell().with(ANY_DATASET))
                .filter(planned.cell().with(ANY_DATASET)::equals)
                .isPresent();
    }

    /** The planned cell with this id; absent for an id that is not of this plan. */
    public Optional<PlannedCell> byId(String cellId) {
        return cells.stream().filter(c -> c.cell().id().equals(cellId)).findFirst();
    }
}
