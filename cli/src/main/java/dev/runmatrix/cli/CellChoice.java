// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the one cell of a plan that an argument means. */
final class CellChoice {

    static final String DESCRIPTION =
            "A cell of the plan: its name, as C05, or as many of its values as tell it apart.";

    private static final int SHOWN = 8;

    private final Plan plan;

    CellChoice(Plan plan) {
        this.plan = plan;
    }

    /** The cell that is meant by a name, or by {@code axis=value} pairs. */
    PlannedCell of(String text) throws CommandFailure {
        List<PlannedCell> meant = text.contains("=") ? withValues(text) : named(text);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                meant.isEmpty()
                        ? "'" + text + "' is no cell of this matrix; its cells are " + listed(plan.cells())
                        : "'" + text + "' means " + meant.size() + " cells; name one of " + listed(meant));
    }

    /** The reference, or the first cell where there is none. */
    PlannedCell usual() {
        return plan.twinned().orElseThrow(() -> new IllegalStateException("a plan without cells is refused"));
    }

    private List<PlannedCell> named(String text) {
        return plan.cells().stream()
                .filter(cell -> cell.name().equalsIgnoreCase(text))
                .toList();
    }

    /** A cell that stands for several settings is meant by any of them, if no other one is meant by its own. */
    private List<PlannedCell> withValues(String text) throws CommandFailure {
        try {
            CellFilter filter = CellFilter.parse("CELL", text);
            List<PlannedCell> own =
                    plan.cells().stream().filter(c -> filter.names(alone(c))).toList();
            return own.isEmpty() ? plan.cells().stream().filter(filter::names).toList() : own;
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static PlannedCell alone(PlannedCell cell) {
        return new PlannedCell(
                cell.name(), cell.cell(), Set.of(), List.of(), cell.requestedWorkers(), cell.reference());
    }

    private String listed(List<PlannedCell> cells) {
        CellWords words = new CellWords(plan);
        String listed = cells.stream()
                .limit(SHOWN)
                .map(cell -> cell.name() + " (" + words.of(cell) + ")")
                .collect(Collectors.joining(", "));
        return cells.size() > SHOWN ? listed + " and " + (cells.size() - SHOWN) + " more" : listed;
    }
}
