// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Skip;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionBasis;
import dev.runmatrix.harness.result.ProjectionModel;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.harness.statistics.SizeGrowth;
import dev.runmatrix.harness.statistics.WorkerScaling;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.CellLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what a run that has ended says of cells that it did not measure. */
final class Projections {

    private final RunAnalysis run;
    private final Families families;
    private final Map<String, DatasetFacts> inputs;
    private final Set<Map<String, String>> measured;
    private final Instant madeAt;

    /**
     * Looks at a run.
     *
     * @param known inputs that it did not have
     * @param madeAt when the run ended
     */
    Projections(RunAnalysis run, Families families, List<DatasetFacts> known, Instant madeAt) {
        this.run = run;
        this.families = families;
        this.inputs = new LinkedHashMap<>();
        known.forEach(facts -> inputs.put(facts.name(), facts));
        inputs.putAll(Families.facts(run));
        this.measured = run.cells().stream()
                .filter(CellAnalysis::isRanked)
                .map(cell -> Values.effective(cell.planned()))
                .collect(Collectors.toSet());
        this.madeAt = madeAt;
    }

    List<Projection> all() {
        List<Projection> all = new ArrayList<>();
        families.workers().forEach(family -> all.addAll(of(family)));
        families.sizes().forEach(family -> all.addAll(of(family)));
        return List.copyOf(all);
    }

    /** Of the numbers of workers that the matrix names, and of the next doubling. */
    private List<Projection> of(WorkerFamily family) {
        WorkerScaling scaling = family.scaling();
        Set<Integer> numbers = new TreeSet<>(Set.of(scaling.furthest()));
        run.spec().axes().getOrDefault(CellLabels.MAX_WORKERS, List.of()).stream()
                .flatMap(text -> Families.count(text).stream())
                .forEach(numbers::add);
        PlannedCell like = family.members().get(0).cell().planned();
        Optional<DatasetFacts> input =
                Optional.ofNullable(inputs.get(family.members().get(0).cell().dataset()));
        List<Projection> all = new ArrayList<>();
        for (int number : numbers) {
            Cell cell = Values.with(like, CellLabels.MAX_WORKERS, String.valueOf(number));
            if (!measured.contains(cell.axes())) {
                scaling.at(number)
                        .map(p -> projection(
                                new Due(ProjectedQuantity.WALL, cell, number, input),
                                ProjectionModel.WORKERS,
                                basis(family),
                                p,
                                scaling.furthest()))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<ProjectionBasis> basis(WorkerFamily family) {
        return family.used().stream()
                .flatMap(m -> basis(m.cell(), m.workers(), ProjectedQuantity.WALL).stream())
                .toList();
    }

    private static Optional<ProjectionBasis> basis(CellAnalysis cell, double at, ProjectedQuantity quantity) {
        return Values.level(at, cell, quantity)
                .map(l -> new ProjectionBasis(cell.name(), at, l.forks().size(), l.median()));
    }

    /**
     * Of inputs that the plan names for the same setting and of which there is no rank, and of the next larger input that is
     * known: that one is likely to be measured one day.
     */
    private List<Projection> of(SizeFamily family) {
        PlannedCell like = family.largest().cell().planned();
        Map<String, String> setting = Values.without(CellAnalysis.DATASET, like);
        List<Projection> all = new ArrayList<>();
        for (DatasetFacts input : due(family, like, setting)) {
            for (ProjectedQuantity quantity : ProjectedQuantity.values()) {
                family.growthBefore(input, quantity)
                        .flatMap(growth -> of(family, growth, input, quantity))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Projection> of(
            SizeFamily family, SizeGrowth growth, DatasetFacts input, ProjectedQuantity quantity) {
        Cell cell = Values.with(family.largest().cell().planned(), CellAnalysis.DATASET, input.name());
        ProjectionModel model =
                quantity == ProjectedQuantity.PEAK_RSS ? ProjectionModel.MEMORY_BY_ROWS : ProjectionModel.TIME_BY_ROWS;
        List<ProjectionBasis> basis = family.members().stream()
                .filter(m -> m.rows() < input.podRows())
                .filter(m -> growth.isUsed((double) m.rows()))
                .flatMap(m -> basis(m.cell(), (double) m.rows(), quantity).stream())
                .toList();
        // However wide: what reports say of a larger input is written down, too.
        return growth.band((double) input.podRows())
                .map(p -> projection(
                        new Due(quantity, cell, (double) input.podRows(), Optional.of(input)),
                        model,
                        basis,
                        p,
                        SizeGrowth.REACH * growth.largest().at()));
    }

    private Set<DatasetFacts> due(SizeFamily family, PlannedCell like, Map<String, String> setting) {
        Set<DatasetFacts> due = new LinkedHashSet<>(unmeasured(like, setting));
        inputs.values().stream()
                .filter(input -> (double) input.podRows() > family.largest().rows())
                .filter(input -> family.growthBefore(input, ProjectedQuantity.WALL)
                        .filter(growth -> growth.band((double) input.podRows()).isPresent())
                        .isPresent())
                .filter(input -> !measured.contains(
                        Values.with(like, CellAnalysis.DATASET, input.name()).axes()))
                .min(Comparator.comparingLong(DatasetFacts::podRows))
                .ifPresent(due::add);
        return due;
    }

    private List<DatasetFacts> unmeasured(PlannedCell like, Map<String, String> setting) {
        Stream<Map<String, String>> planned = run.cells().stream().map(cell -> Values.effective(cell.planned()));
        Stream<Map<String, String>> skipped =
                run.run().plan().skips().stream().map(Skip::cell).map(cell -> withoutIgnored(cell, like));
        return Stream.concat(planned, skipped)
                .filter(axes -> !measured.contains(axes))
                .filter(axes -> isOf(setting, axes))
                .map(axes -> axes.getOrDefault(CellAnalysis.DATASET, ""))
                .distinct()
                .flatMap(name -> Optional.ofNullable(inputs.get(name)).stream())
                .toList();
    }

    private static Map<String, String> withoutIgnored(Cell cell, PlannedCell like) {
        Map<String, String> axes = new LinkedHashMap<>(cell.axes());
        axes.keySet().removeAll(like.ignored());
        return axes;
    }

    private static boolean isOf(Map<String, String> setting, Map<String, String> axes) {
        Map<String, String> rest = new LinkedHashMap<>(axes);
        return rest.remove(CellAnalysis.DATASET) != null && rest.equals(setting);
    }

    /** What is projected. */
    private record Due(ProjectedQuantity quantity, Cell cell, double at, Optional<DatasetFacts> input) {}

    private Projection projection(
            Due due, ProjectionModel model, List<ProjectionBasis> basis, Projected projected, double reach) {
        String id = Conditions.digest(
                List.of(run.run().id(), due.quantity().name(), due.cell().id()));
        return new Projection(
                LedgerLine.SCHEMA,
                id,
                due.quantity(),
                due.cell(),
                due.at(),
                model,
                basis,
                projected.value(),
                projected.interval().low(),
                projected.interval().high(),
                reach,
                madeAt,
                run.run().id(),
                Conditions.of(run, due.cell(), due.input()));
    }
}
