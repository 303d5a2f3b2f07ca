// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.result.DatasetFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engines that were measured on one input, each by the cells that it does best in.
 *
 * @param dataset name of the input
 * @param podRows its pod rows; absent where they are not known
 * @param entries one an engine: those with a rank by rising wall time, the others after them in plan order
 */
public record EngineStandings(String dataset, Optional<Long> podRows, List<Entry> entries) {

    /**
     * One engine.
     *
     * @param engine its name
     * @param fastest its cell with the least wall time; absent where none has a rank
     * @param cheapest its cell with the least CPU time; absent where none has a rank
     * @param first its first cell in plan order: what stands for it without a rank
     * @param againstFastest the wall of its fastest cell against that of the fastest engine; absent for that one itself, and
     *     without a rank
     */
    public record Entry(
            String engine,
            Optional<CellAnalysis> fastest,
            Optional<CellAnalysis> cheapest,
            CellAnalysis first,
            Optional<Comparison> againstFastest) {}

    public EngineStandings {
        entries = List.copyOf(entries);
    }

    /** One for each input on which two or more engines were to be measured, in plan order. */
    public static List<EngineStandings> of(RunAnalysis run) {
        Map<String, Map<String, List<CellAnalysis>>> cells = new LinkedHashMap<>();
        for (CellAnalysis cell : run.cells()) {
            cell.planned()
                    .cell()
                    .get(Engines.AXIS)
                    .ifPresent(engine -> cells.computeIfAbsent(cell.dataset(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(engine, key -> new ArrayList<>())
                            .add(cell));
        }
        return cells.entrySet().stream()
                .filter(input -> input.getValue().size() > 1)
                .map(input -> of(input.getKey(), podRows(run, input.getKey()), input.getValue()))
                .toList();
    }

    private static EngineStandings of(String dataset, Optional<Long> podRows, Map<String, List<CellAnalysis>> engines) {
        Optional<CellAnalysis> winner = engines.values().stream()
                .flatMap(cells -> fastest(cells).stream())
                .min(byWall());
        List<Entry> entries = new ArrayList<>();
        engines.forEach((engine, cells) -> entries.add(entry(engine, cells, winner)));
        entries.sort(Comparator.comparingDouble(EngineStandings::wall));
        return new EngineStandings(dataset, podRows, entries);
    }

    private static Entry entry(String engine, List<CellAnalysis> cells, Optional<CellAnalysis> winner) {
        Optional<CellAnalysis> fastest = fastest(cells);
        Optional<CellAnalysis> cheapest = cells.stream()
                .filter(CellAnalysis::isRanked)
                .min(Comparator.comparingDouble(
                                (CellAnalysis cell) -> cell.ranked().shown().cpuSeconds())
                        .thenComparing(CellAnalysis::name));
        Optional<Comparison> against =
                fastest.flatMap(cell -> winner.filter(other -> !other.name().equals(cell.name()))
                        .map(other -> Comparison.of(cell, cell.ranked(), other, other.ranked())));
        return new Entry(engine, fastest, cheapest, cells.get(0), against);
    }

    private static Optional<CellAnalysis> fastest(List<CellAnalysis> cells) {
        return cells.stream().filter(CellAnalysis::isRanked).min(byWall());
    }

    private static Comparator<CellAnalysis> byWall() {
        return Comparator.comparingDouble(
                        (CellAnalysis cell) -> cell.ranked().shown().wallSeconds())
                .thenComparing(CellAnalysis::name);
    }

    private static double wall(Entry entry) {
        return entry.fastest().map(cell -> cell.ranked().shown().wallSeconds()).orElse(Double.POSITIVE_INFINITY);
    }

    private static Optional<Long> podRows(RunAnalysis run, String dataset) {
        return run.run().datasets().stream()
                .filter(facts -> facts.name().equals(dataset))
                .map(DatasetFacts::podRows)
                .findFirst();
    }

    /** The engine with the least wall time; absent where none has a rank. */
    public Optional<Entry> fastest() {
        return entries.stream().filter(entry -> entry.fastest().isPresent()).findFirst();
    }

    /** The engine with the least CPU time; absent where none has a rank. */
    public Optional<Entry> cheapest() {
        return entries.stream()
                .filter(entry -> entry.cheapest().isPresent())
                .min(Comparator.comparingDouble(
                        entry -> entry.cheapest().orElseThrow().ranked().shown().cpuSeconds()));
    }

    /** Core-seconds for a million pod rows in an engine's cheapest cell; absent without a rank or rows. */
    public Optional<Double> coreSecondsPerMillionRows(Entry entry) {
        return entry.cheapest()
                .flatMap(cell -> podRows.filter(rows -> rows > 0)
                        .map(rows -> cell.ranked().shown().cpuSeconds() * 1e6 / rows));
    }

    /** Other engines that are not told apart from the fastest one. */
    public List<String> tiedWithFastest() {
        return entries.stream()
                .filter(entry -> entry.againstFastest().isPresent())
                .filter(entry -> fastest()
                        .flatMap(Entry::fastest)
                        .filter(best ->
                                Comparison.tied(entry.fastest().orElseThrow().ranked(), best.ranked()))
                        .isPresent())
                .map(Entry::engine)
                .toList();
    }

    /** Other engines that are not told apart from the cheapest one. */
    public List<String> tiedWithCheapest() {
        Optional<Entry> best = cheapest();
        return entries.stream()
                .filter(entry -> entry.cheapest().isPresent())
                .filter(entry -> best.filter(b -> !b.engine().equals(entry.engine()))
                        .filter(b -> Comparison.costTied(
                                entry.cheapest().orElseThrow().ranked(),
                                b.cheapest().orElseThrow().ranked()))
                        .isPresent())
                .map(Entry::engine)
                .toList();
    }
}
