// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole run, judged.
 *
 * @param stored the run as it was read
 * @param clock which time ranks
 * @param ledger every fork and attempt
 * @param cells all cells in plan order
 * @param mainDataset the input whose cells compete: the reference cell's, or the one with most cells
 * @param standings who wins on it
 * @param reference the cell that the others are compared with; absent where the plan has none
 * @param comparisons cell name to its comparison with the reference, for other cells of the same input with numbers
 * @param options the proposals in plan order
 * @param growth configurations measured on several inputs
 * @param outputs what checking the outputs found
 * @param twins one cell measured twice; absent where none was to be
 */
public record RunAnalysis(
        StoredRun stored,
        WallClock clock,
        ForkLedger ledger,
        List<CellAnalysis> cells,
        String mainDataset,
        Standings standings,
        Optional<CellAnalysis> reference,
        Map<String, Comparison> comparisons,
        List<OptionResult> options,
        List<Growth> growth,
        OutputSummary outputs,
        Optional<TwinPair> twins) {

    /**
     * Judges a run.
     *
     * @throws UnreadableRunException if its forks do not belong to its plan or do not add up
     */
    public static RunAnalysis of(StoredRun stored) throws UnreadableRunException {
        ForkLedger ledger = ForkLedger.of(stored);
        WallClock clock = WallClock.of(stored);
        Plan plan = stored.run().plan();
        if (plan.cells().isEmpty()) {
            throw new UnreadableRunException(stored.directory().resolve(RunStore.RUN_FILE)
                    + ": its plan has no cells; measure the matrix again");
        }
        CellAnalyzer analyzer = new CellAnalyzer(stored, ledger, clock);
        List<CellAnalysis> cells = plan.cells().stream().map(analyzer::analyze).toList();
        Optional<CellAnalysis> reference =
                cells.stream().filter(c -> c.planned().reference()).findFirst();
        String main = mainDataset(cells, reference);
        Map<String, Comparison> comparisons = comparisons(cells, reference);
        return new RunAnalysis(
                stored,
                clock,
                ledger,
                cells,
                main,
                Standings.of(
                        cells.stream().filter(c -> c.dataset().equals(main)).toList(),
                        stored.run().spec().budget()),
                reference,
                comparisons,
                options(plan, cells, comparisons),
                Growth.of(cells, stored.run().datasets()),
                OutputSummary.of(cells),
                TwinPair.of(stored, ledger, clock));
    }

    public RunRecord run() {
        return stored.run();
    }

    public MatrixSpec spec() {
        return stored.run().spec();
    }

    /** What is known of the input whose cells compete. */
    public Optional<DatasetFacts> mainFacts() {
        List<DatasetFacts> all = run().datasets();
        Optional<DatasetFacts> named =
                all.stream().filter(d -> d.name().equals(mainDataset)).findFirst();
        return named.isEmpty() && all.size() == 1 ? Optional.of(all.get(0)) : named;
    }

    /** Cells of the main input, in plan order. */
    public List<CellAnalysis> mainCells() {
        return cells.stream().filter(c -> c.dataset().equals(mainDataset)).toList();
    }

    /** Why a cell got no more forks; absent until the run has ended. */
    public Optional<CellEnd> end(CellAnalysis cell) {
        return run().ends().stream().filter(e -> e.cell().equals(cell.name())).findFirst();
    }

    /** The program that a cell measures; absent where that is the aggregator. */
    public Optional<CommandTarget> command(CellAnalysis cell) {
        return spec().commandOf(cell.planned().cell());
    }

    /** What the machine did around an attempt of a cell; absent where nothing was seen. */
    public Optional<ForkNoise> noise(CellAnalysis cell, ForkRecord attempt) {
        return ForkNoise.of(attempt, cell.planned(), run().datasets());
    }

    /** What the machine did around the counted attempts of a cell, those around which something was seen. */
    public List<ForkNoise> noise(CellAnalysis cell) {
        return counted(cell).stream().flatMap(a -> noise(cell, a).stream()).toList();
    }

    /** The counted attempts of a cell, each the one that counts. */
    public List<ForkRecord> counted(CellAnalysis cell) {
        return cell.slots().stream().flatMap(s -> s.attempt().stream()).toList();
    }

    public Optional<Comparison> comparison(CellAnalysis cell) {
        return Optional.ofNullable(comparisons.get(cell.name()));
    }

    private static String mainDataset(List<CellAnalysis> cells, Optional<CellAnalysis> reference) {
        if (reference.isPresent()) {
            return reference.get().dataset();
        }
        Map<String, Long> sizes = cells.stream()
                .collect(Collectors.groupingBy(CellAnalysis::dataset, LinkedHashMap::new, Collectors.counting()));
        return sizes.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<String, Long> e) -> e.getValue()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Map<String, Comparison> comparisons(List<CellAnalysis> cells, Optional<CellAnalysis> reference) {
        Map<String, Comparison> all = new LinkedHashMap<>();
        for (CellAnalysis cell : cells) {
            reference
                    .filter(r -> !r.name().equals(cell.name()) && r.dataset().equals(cell.dataset()))
                    .flatMap(r -> compare(cell, r))
                    .ifPresent(c -> all.put(cell.name(), c));
        }
        return all;
    }

    private static Optional<Comparison> compare(CellAnalysis cell, CellAnalysis reference) {
        return cell.numbers().flatMap(c -> reference.numbers().map(r -> Comparison.of(cell, c, reference, r)));
    }

    private static List<OptionResult> options(
            Plan plan, List<CellAnalysis> cells, Map<String, Comparison> comparisons) {
        Map<String, CellAnalysis> byName = cells.stream()
                .collect(Collectors.toMap(CellAnalysis::name, Function.identity(), (first, again) -> first));
        return plan.options().stream()
                .flatMap(o -> Optional.ofNullable(byName.get(o.cell())).stream()
                        .map(c -> new OptionResult(o, c, Optional.ofNullable(comparisons.get(c.name())))))
                .toList();
    }

    /** All attempts of a cell, in order of writing. */
    public List<ForkRecord> attempts(PlannedCell cell) {
        return ledger.attempts().getOrDefault(cell.name(), List.of());
    }
}
