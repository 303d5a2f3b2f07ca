// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run as the rules see it. Cells are found by their settings, so that a rule costs no more than a look at each. */
final class RunFacts {

    private final RunAnalysis run;
    private final List<CellFacts> cells;
    private final Map<String, CellFacts> byId;

    private RunFacts(RunAnalysis run, List<CellFacts> cells) {
        this.run = run;
        this.cells = cells;
        this.byId = cells.stream()
                .collect(Collectors.toMap(c -> c.cell().planned().cell().id(), Function.identity(), (a, b) -> a));
    }

    static RunFacts of(RunAnalysis run) {
        return new RunFacts(
                run, run.cells().stream().map(cell -> facts(run, cell)).toList());
    }

    private static CellFacts facts(RunAnalysis run, CellAnalysis cell) {
        List<ForkFacts> forks = cell.numbers().map(CellNumbers::forks).orElse(List.of()).stream()
                .map(fork -> new ForkFacts(fork, run.clock()))
                .toList();
        return new CellFacts(cell, forks);
    }

    /** These facts without other cells: neither judged nor there to confirm anything. */
    RunFacts only(Predicate<CellFacts> which) {
        List<CellFacts> kept = cells.stream().filter(which).toList();
        return kept.size() == cells.size() ? this : new RunFacts(run, kept);
    }

    /** What the machine did around a fork of a cell. */
    Surroundings around(CellFacts cell, ForkFacts fork) {
        return Surroundings.of(run, cell.cell(), fork);
    }

    /** The median of what it did around the forks of a cell; empty where less than two thirds of them tell. */
    OptionalDouble around(CellFacts cell, Function<Surroundings, Optional<Double>> number) {
        return cell.median(fork -> number.apply(around(cell, fork)));
    }

    RunAnalysis run() {
        return run;
    }

    /** All cells in plan order. */
    List<CellFacts> cells() {
        return cells;
    }

    /** Cores that the run was granted. */
    double grantedCores() {
        return run.run().environment().grantedCores();
    }

    /**
     * The cell that differs from another in these axes alone; absent where none was planned. A cell that stands for settings
     * with ignored axes is found by the value that it keeps.
     */
    Optional<CellFacts> differing(CellFacts from, Map<String, String> axes) {
        Cell other = from.cell().planned().cell().with(axes);
        return Optional.ofNullable(byId.get(other.id()))
                .filter(found -> !found.name().equals(from.name()));
    }
}
