// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds a cell of a stored run by what its user calls it. */
final class CellFinder {

    private static final int MOST_LISTED = 24;

    private final RunAnalysis run;
    private final CellWords words;

    CellFinder(RunAnalysis run) {
        this.run = run;
        this.words = new CellWords(run.run().plan());
    }

    /** The one cell with this name, this id or these settings. */
    CellAnalysis find(String text) throws CommandFailure {
        List<CellAnalysis> found = text.contains("=") ? bySetting(text) : cells(each -> isNamed(each, text));
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                found.isEmpty()
                        ? text + ": run " + run.run().id() + " has no such cell; it has " + listed(run.cells())
                        : text + ": " + found.size() + " cells of run "
                                + run.run().id() + " have that: " + listed(found)
                                + "; name one, or more of its settings");
    }

    private static boolean isNamed(CellAnalysis cell, String text) {
        return cell.name().equalsIgnoreCase(text) || cell.planned().cell().id().equals(text);
    }

    private List<CellAnalysis> bySetting(String text) throws CommandFailure {
        try {
            CellFilter filter = CellFilter.parse("CELL", text);
            return cells(cell -> filter.names(cell.planned()));
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private List<CellAnalysis> cells(Predicate<CellAnalysis> which) {
        return run.cells().stream().filter(which).toList();
    }

    private String listed(List<CellAnalysis> cells) {
        String some = cells.stream()
                .limit(MOST_LISTED)
                .map(cell -> cell.name() + " (" + words.of(cell.planned()) + ")")
                .collect(Collectors.joining(", "));
        return cells.size() > MOST_LISTED ? some + " and " + (cells.size() - MOST_LISTED) + " more" : some;
    }
}
