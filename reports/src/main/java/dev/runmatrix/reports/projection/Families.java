// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.CellLabels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cells of a run by what they differ in.
 *
 * @param workers families by number of workers, in plan order
 * @param sizes families by input, in plan order
 */
public record Families(List<WorkerFamily> workers, List<SizeFamily> sizes) {

    public Families {
        workers = List.copyOf(workers);
        sizes = List.copyOf(sizes);
    }

    /** Those of a judged run. */
    public static Families of(RunAnalysis run) {
        Map<Map<String, String>, List<WorkerFamily.Member>> workers = new LinkedHashMap<>();
        Map<Map<String, String>, List<SizeFamily.Member>> sizes = new LinkedHashMap<>();
        Map<String, DatasetFacts> facts = facts(run);
        for (CellAnalysis cell : run.cells()) {
            if (cell.isRanked()) {
                CellLabels.effective(cell.planned(), CellLabels.MAX_WORKERS)
                        .flatMap(Families::count)
                        .ifPresent(n -> workers.computeIfAbsent(
                                        Values.without(CellLabels.MAX_WORKERS, cell.planned()), k -> new ArrayList<>())
                                .add(new WorkerFamily.Member(n, cell)));
                Optional.ofNullable(facts.get(cell.dataset()))
                        .filter(known -> known.podRows() > 0)
                        .ifPresent(known -> sizes.computeIfAbsent(
                                        Values.without(CellAnalysis.DATASET, cell.planned()), k -> new ArrayList<>())
                                .add(new SizeFamily.Member(known, cell)));
            }
        }
        double cores = run.run().environment().grantedCores();
        return new Families(
                workers.values().stream()
                        .filter(family -> family.size() > 1)
                        .map(family -> WorkerFamily.of(family, cores))
                        .toList(),
                sizes.values().stream()
                        .filter(family -> family.size() > 1)
                        .map(SizeFamily::of)
                        .filter(family -> family.members().size() > 1)
                        .toList());
    }

    static Map<String, DatasetFacts> facts(RunAnalysis run) {
        return run.run().datasets().stream()
                .collect(Collectors.toMap(DatasetFacts::name, f -> f, (first, second) -> first, LinkedHashMap::new));
    }

    static Optional<Integer> count(String workers) {
        return workers.matches("[1-9]\\d{0,5}") ? Optional.of(Integer.parseInt(workers)) : Optional.empty();
    }

    /**
     * What cells with fewer workers, or else a smaller input, say of a cell, without a look at the cell itself: for options
     * and for checks of the models. Such a number is no entry of the ledger.
     *
     * @param facts the input of the cell; absent where it is not known
     */
    public Optional<Projected> projected(CellAnalysis cell, ProjectedQuantity quantity, Optional<DatasetFacts> facts) {
        return byWorkers(cell).filter(p -> quantity == ProjectedQuantity.WALL).or(() -> bySize(cell, quantity, facts));
    }

    private Optional<Projected> byWorkers(CellAnalysis cell) {
        Optional<Integer> number =
                CellLabels.effective(cell.planned(), CellLabels.MAX_WORKERS).flatMap(Families::count);
        Map<String, String> setting = Values.without(CellLabels.MAX_WORKERS, cell.planned());
        return number.flatMap(n -> workers.stream()
                .filter(f -> Values.without(
                                CellLabels.MAX_WORKERS,
                                f.members().get(0).cell().planned())
                        .equals(setting))
                .findFirst()
                .flatMap(f -> f.fromFewer(n)));
    }

    private Optional<Projected> bySize(CellAnalysis cell, ProjectedQuantity quantity, Optional<DatasetFacts> facts) {
        Map<String, String> setting = Values.without(CellAnalysis.DATASET, cell.planned());
        return facts.flatMap(input -> sizes.stream()
                .filter(f -> Values.without(
                                CellAnalysis.DATASET, f.largest().cell().planned())
                        .equals(setting))
                .findFirst()
                .flatMap(f -> f.fromSmaller(input, quantity)));
    }
}
