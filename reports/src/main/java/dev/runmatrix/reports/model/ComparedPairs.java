// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.attribution.Decomposition;
import dev.runmatrix.reports.attribution.Pair;
import dev.runmatrix.reports.attribution.Pairs;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.model.RunVerdicts.ComparedWith;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a report takes apart, in the order in which it is worth reading: options and the recommendation, what changed
 * between two builds or since an earlier run, and then the other pairs of the run.
 */
final class ComparedPairs {

    private static final int MOST_OF_BUILDS = 3;

    private final Scope scope;
    private final RunAnalysis run;
    private final RunVerdicts verdicts;
    private final Map<String, CellAnalysis> byId;

    ComparedPairs(Scope scope, RunVerdicts verdicts) {
        this.scope = scope;
        this.run = scope.run();
        this.verdicts = verdicts;
        this.byId = run.cells().stream()
                .collect(Collectors.toMap(
                        cell -> cell.planned().cell().id(), Function.identity(), (first, again) -> first));
    }

    /**
     * The pairs of a report.
     *
     * @param recommended name of the recommended cell; empty where there is none
     */
    List<ComparedPair> of(String recommended) {
        List<ComparedPair> pairs = new ArrayList<>();
        List<ComparedPair> others = new ArrayList<>();
        for (Pair pair : Pairs.of(run, recommended)) {
            boolean first = pair.reason() == Pair.Reason.OPTION || pair.reason() == Pair.Reason.RECOMMENDED;
            compared(pair, recommended).ifPresent((first ? pairs : others)::add);
        }
        verdicts.builds().ifPresent(builds -> pairs.addAll(builds(builds)));
        verdicts.compared().ifPresent(with -> pairs.addAll(earlier(with)));
        pairs.addAll(others);
        return pairs;
    }

    private Optional<ComparedPair> compared(Pair pair, String recommended) {
        boolean told = pair.cell().name().equals(recommended)
                || pair.reason() == Pair.Reason.SLOWEST_AGAINST_FAMILY
                || pair.reason() == Pair.Reason.FASTEST_OF_FAMILIES;
        return Decomposition.of(pair.cell(), pair.against(), run.clock())
                .map(found -> new ComparedPair(
                        pair.cell().name(),
                        pair.against().name(),
                        reason(pair),
                        told,
                        List.of(pair.cell(), pair.against()),
                        found));
    }

    private String reason(Pair pair) {
        return switch (pair.reason()) {
            case OPTION -> pair.name();
            case RECOMMENDED -> "recommended";
            case SLOWEST_AGAINST_FAMILY -> "slowest " + kind(pair.cell()) + " against fastest " + kind(pair.against());
            case FASTEST_OF_FAMILIES -> "fastest " + kind(pair.cell()) + " against fastest " + kind(pair.against());
            case WITHIN_FAMILY -> "slowest " + kind(pair.cell()) + " against the fastest";
            case OVERSUBSCRIBED ->
                pair.cell().planned().requestedWorkers() + " workers on " + Units.grantedCores(scope.grantedCores())
                        + (scope.grantedCores() == 1 ? " core" : " cores");
        };
    }

    /** A mode of the aggregator, or a program from outside. */
    private String kind(CellAnalysis cell) {
        return run.command(cell)
                .map(program -> scope.label(cell))
                .or(() -> cell.planned().cell().get(CellLabels.MODE).map(Wording::mode))
                .orElse("cell");
    }

    /** Settings with a verdict; where there is none, the first ones. */
    private List<ComparedPair> builds(BuildComparison builds) {
        List<JudgedPair> changed = builds.pairs().stream()
                .filter(pair -> pair.metrics().stream()
                        .anyMatch(m -> m.verdict() == Verdict.SLOWER || m.verdict() == Verdict.FASTER))
                .toList();
        return (changed.isEmpty() ? builds.pairs() : changed)
                .stream()
                        .flatMap(pair -> pair.decomposition().map(found -> build(builds, pair, found)).stream())
                        .limit(MOST_OF_BUILDS)
                        .toList();
    }

    private ComparedPair build(BuildComparison builds, JudgedPair pair, Decomposition found) {
        String reason = "head against base";
        if (builds.run().id().equals(run.run().id())) {
            List<CellAnalysis> cells = Stream.of(pair.head(), pair.base())
                    .flatMap(p -> Optional.ofNullable(byId.get(p.cell().id())).stream())
                    .toList();
            return new ComparedPair(pair.head().name(), pair.base().name(), reason, true, cells, found);
        }
        String name = Optional.ofNullable(byId.get(pair.setting().id()))
                .map(CellAnalysis::name)
                .orElse(pair.head().name());
        return new ComparedPair(name, name + " of base", reason, true, List.of(), found);
    }

    /** Suspects, and what may be faster, beside a stored run. */
    private List<ComparedPair> earlier(ComparedWith with) {
        if (!with.comparison().comparability().isComparable()) {
            return List.of();
        }
        return with.comparison().cells().stream()
                .filter(cell -> cell.has(Finding.SUSPECT) || cell.has(Finding.FASTER))
                .flatMap(cell -> cell.decomposition().map(found -> earlier(with.label(), cell, found)).stream())
                .limit(MOST_OF_BUILDS)
                .toList();
    }

    private ComparedPair earlier(String label, ComparedCell cell, Decomposition found) {
        List<CellAnalysis> cells =
                Optional.ofNullable(byId.get(cell.id())).stream().toList();
        return new ComparedPair(cell.name(), cell.baseName() + " then", "since " + label, true, cells, found);
    }
}
