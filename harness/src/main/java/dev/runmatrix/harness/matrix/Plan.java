// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;
import java.util.Optional;

/**
 * The resolved matrix.
 *
 * @param cells what will be measured, at least one, in declaration order
 * @param options the proposals, each with its cell
 * @param skips settings that will not be measured, each with its reason
 */
public record Plan(List<PlannedCell> cells, List<PlannedOption> options, List<Skip> skips) {

    public Plan {
        cells = List.copyOf(cells);
        options = List.copyOf(options);
        skips = List.copyOf(skips);
    }

    /** The cell that the others are compared with; absent where none is declared or a filter removed it. */
    public Optional<PlannedCell> reference() {
        return cells.stream().filter(PlannedCell::reference).findFirst();
    }

    /** The planned cell with this id; absent for an id that is not of this plan. */
    public Optional<PlannedCell> byId(String cellId) {
        return cells.stream().filter(c -> c.cell().id().equals(cellId)).findFirst();
    }
}
