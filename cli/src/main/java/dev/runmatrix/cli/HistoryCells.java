// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.history.CellLevels;
import dev.runmatrix.reports.history.RunLevels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cells of all runs a history is about. */
final class HistoryCells {

    private final List<String> only;
    private final List<String> names;

    HistoryCells(List<String> only, List<String> names) {
        this.only = List.copyOf(only);
        this.names = List.copyOf(names);
    }

    /** The runs with the wanted cells; a run that has none of them is left out. */
    List<RunLevels> of(List<RunLevels> runs) throws CommandFailure {
        if (runs.isEmpty() || (only.isEmpty() && names.isEmpty())) {
            return runs;
        }
        Set<String> wanted = wanted(newestFirst(runs));
        return runs.stream()
                .map(run -> run.only(wanted))
                .filter(run -> !run.cells().isEmpty())
                .toList();
    }

    private Set<String> wanted(List<PlannedCell> cells) throws CommandFailure {
        Set<String> wanted = new LinkedHashSet<>();
        try {
            Plan plan = new Plan(cells, List.of(), List.of());
            Filters.parse(only, List.of()).among(plan).stream()
                    .map(cell -> cell.cell().id())
                    .forEach(wanted::add);
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        if (!names.isEmpty()) {
            wanted.retainAll(named(cells));
        }
        if (wanted.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--only and --cells leave no cell; loosen them");
        }
        return wanted;
    }

    /** A name stands for the cell that the newest run with such a name gives it. */
    private Set<String> named(List<PlannedCell> cells) throws CommandFailure {
        Map<String, String> known = new LinkedHashMap<>();
        cells.forEach(cell -> known.putIfAbsent(cell.name(), cell.cell().id()));
        List<String> unknown =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--cells " + String.join(",", unknown) + ": no such cell; these are "
                            + String.join(", ", known.keySet()));
        }
        return names.stream().map(known::get).collect(Collectors.toSet());
    }

    /** Each cell as the newest run has it. */
    private static List<PlannedCell> newestFirst(List<RunLevels> runs) {
        Map<String, PlannedCell> cells = new LinkedHashMap<>();
        for (RunLevels run : runs) {
            for (CellLevels levels : run.cells()) {
                cells.putIfAbsent(levels.key().cellId(), levels.planned());
            }
        }
        return new ArrayList<>(cells.values());
    }
}
