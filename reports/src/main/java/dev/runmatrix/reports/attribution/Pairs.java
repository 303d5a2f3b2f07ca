// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.OptionResult;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.attribution.Pair.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the pairs of a run that are worth comparing: options and the recommendation against the reference; across
 * families, the slowest of the reference's family against the fastest of each other one, and the fastest of those against
 * the fastest of the reference's; the slowest against the fastest within a family; more workers than cores against as many
 * as cores. A family is a mode of the aggregator, or a program from outside. Cells whose numbers stand in parentheses are
 * never compared, and no two cells twice.
 */
public final class Pairs {

    /** The most pairs of each kind but the recommendation, of which there is one. */
    static final int MOST_OF_A_KIND = 2;

    /** The most options. */
    static final int MOST_OPTIONS = 5;

    private static final String MODE = "mode";
    private static final String WORKERS = "max_workers";
    private static final Comparator<CellAnalysis> BY_WALL =
            Comparator.comparingDouble(Pairs::wall).thenComparing(CellAnalysis::name);

    private final RunAnalysis run;
    private final List<CellAnalysis> cells;
    private final Map<String, List<CellAnalysis>> families = new LinkedHashMap<>();
    private final Map<Reason, Integer> chosen = new HashMap<>();
    private final Set<Set<String>> seen = new HashSet<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Pairs(RunAnalysis run) {
        this.run = run;
        this.cells = run.mainCells().stream().filter(Pairs::isComparable).toList();
        cells.stream()
                .sorted(BY_WALL)
                .forEach(cell -> families.computeIfAbsent(family(cell), k -> new ArrayList<>())
                        .add(cell));
    }

    /**
     * The pairs of a run in the order in which they are worth reading.
     *
     * @param recommended name of the recommended cell; empty where there is none
     */
    public static List<Pair> of(RunAnalysis run, String recommended) {
        Pairs choice = new Pairs(run);
        choice.againstReference(recommended);
        if (run.run().builds().isPresent()) {
            // Its cells differ in their build, too: what else they differ in would be mixed with that.
            return List.copyOf(choice.pairs);
        }
        choice.acrossFamilies();
        choice.families.values().forEach(family -> choice.add(last(family), family.get(0), Reason.WITHIN_FAMILY));
        choice.oversubscribed();
        return List.copyOf(choice.pairs);
    }

    private void againstReference(String recommended) {
        Optional<CellAnalysis> reference = run.reference().filter(Pairs::isComparable);
        if (reference.isEmpty()) {
            return;
        }
        for (OptionResult option : run.options()) {
            add(
                    option.cell(),
                    reference.get(),
                    Reason.OPTION,
                    option.planned().option().name());
        }
        cells.stream()
                .filter(cell -> cell.name().equals(recommended))
                .forEach(cell -> add(cell, reference.get(), Reason.RECOMMENDED));
    }

    private void acrossFamilies() {
        if (families.isEmpty()) {
            return;
        }
        String own = run.reference()
                .filter(Pairs::isComparable)
                .map(this::family)
                .orElseGet(() -> families.keySet().iterator().next());
        List<CellAnalysis> home = families.getOrDefault(own, List.of());
        families.forEach((name, other) -> {
            if (!name.equals(own)) {
                add(last(home), other.get(0), Reason.SLOWEST_AGAINST_FAMILY);
                add(other.get(0), home.get(0), Reason.FASTEST_OF_FAMILIES);
            }
        });
    }

    /** Each cell with more workers than cores, the most workers first. */
    private void oversubscribed() {
        int granted = Math.max(1, (int) run.run().environment().grantedCores());
        Map<String, CellAnalysis> asManyAsCores = new HashMap<>();
        cells.stream()
                .filter(cell -> workers(cell) == granted)
                .forEach(cell -> asManyAsCores.put(cell.planned().cell().id(), cell));
        cells.stream()
                .filter(cell -> workers(cell) > granted)
                .sorted(Comparator.comparingInt(Pairs::workers).reversed())
                .forEach(cell -> Optional.ofNullable(asManyAsCores.get(cell.planned()
                                .cell()
                                .with(Map.of(WORKERS, String.valueOf(granted)))
                                .id()))
                        .ifPresent(enough -> add(cell, enough, Reason.OVERSUBSCRIBED)));
    }

    /** The workers of a cell; 0 where their number has no effect in it. */
    private static int workers(CellAnalysis cell) {
        boolean told = cell.planned().cell().get(WORKERS).isPresent()
                && !cell.planned().ignored().contains(WORKERS);
        return told ? cell.planned().requestedWorkers() : 0;
    }

    private String family(CellAnalysis cell) {
        return run.command(cell)
                .map(CommandTarget::when)
                .map(Map::toString)
                .orElseGet(() -> cell.planned().cell().get(MODE).orElse(""));
    }

    private void add(CellAnalysis cell, CellAnalysis against, Reason reason) {
        add(cell, against, reason, "");
    }

    private void add(CellAnalysis cell, CellAnalysis against, Reason reason, String name) {
        boolean comparable = isComparable(cell)
                && isComparable(against)
                && cell.dataset().equals(against.dataset())
                && !cell.name().equals(against.name());
        int most = reason == Reason.OPTION ? MOST_OPTIONS : MOST_OF_A_KIND;
        if (comparable && chosen.getOrDefault(reason, 0) < most && seen.add(Set.of(cell.name(), against.name()))) {
            chosen.merge(reason, 1, Integer::sum);
            pairs.add(new Pair(cell, against, reason, name));
        }
    }

    /** Whether its numbers count: those in parentheses are compared with nothing. */
    private static boolean isComparable(CellAnalysis cell) {
        return cell.numbers().filter(numbers -> !numbers.provisional()).isPresent();
    }

    private static double wall(CellAnalysis cell) {
        return cell.numbers().map(n -> n.shown().wallSeconds()).orElse(Double.MAX_VALUE);
    }

    private static CellAnalysis last(List<CellAnalysis> cells) {
        return cells.get(cells.size() - 1);
    }
}
