// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Screened;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a comparison is made. */
final class Comparing {

    private final StoredRun base;
    private final StoredRun candidate;
    private final WallClock clock;
    private final Map<String, MeasuredCell> baseCells;
    private final Map<String, MeasuredCell> candidateCells;
    private final Comparability comparability;
    private final Map<Metric, SittingSpread> known;
    private final Judge judge = new Judge();

    Comparing(StoredRun base, StoredRun candidate, Map<Metric, SittingSpread> known) throws UnreadableRunException {
        this.known = Map.copyOf(known);
        this.base = base;
        this.candidate = candidate;
        RunAnalysis then = RunAnalysis.of(base);
        RunAnalysis now = RunAnalysis.of(candidate);
        clock = then.clock() == now.clock() ? now.clock() : WallClock.PROCESS;
        baseCells = cells(then, clock);
        candidateCells = cells(now, clock);
        comparability = Comparability.of(base, candidate);
    }

    private static Map<String, MeasuredCell> cells(RunAnalysis run, WallClock clock) {
        return run.cells().stream()
                .map(cell -> MeasuredCell.of(cell, clock))
                .collect(Collectors.toMap(
                        MeasuredCell::id, Function.identity(), (first, again) -> first, LinkedHashMap::new));
    }

    RunComparison result() {
        Map<Metric, SittingSpread> drift = drift();
        List<ComparedCell> compared = new ArrayList<>();
        for (MeasuredCell now : candidateCells.values()) {
            then(now).ifPresent(then -> compared.add(compare(then, now, drift)));
        }
        return new RunComparison(
                base.run(),
                candidate.run(),
                comparability,
                clock,
                drift,
                compared,
                missing(baseCells, candidateCells.keySet()),
                missing(candidateCells, baseCells.keySet()));
    }

    /** The same program in two sittings shows what sittings differ by, beside what is known of others or assumed. */
    private Map<Metric, SittingSpread> drift() {
        Map<Metric, SittingSpread> drift = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            drift.put(metric, comparability.sameProgram() ? shown(metric) : usual(metric));
        }
        return drift;
    }

    private SittingSpread usual(Metric metric) {
        return known.getOrDefault(metric, SittingSpread.ASSUMED);
    }

    private SittingSpread shown(Metric metric) {
        SittingSpread drift = usual(metric);
        for (MeasuredCell now : candidateCells.values()) {
            Optional<Screened> screened = then(now)
                    .flatMap(then -> screen(metric, then, now, usual(metric)))
                    .filter(Screened::isScreened);
            if (screened.isPresent()) {
                drift = drift.covering(screened.get().ratio());
            }
        }
        return drift;
    }

    private Optional<MeasuredCell> then(MeasuredCell now) {
        return Optional.ofNullable(baseCells.get(now.id()));
    }

    private ComparedCell compare(MeasuredCell then, MeasuredCell now, Map<Metric, SittingSpread> drift) {
        List<MetricComparison> metrics = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            screen(metric, then, now, drift.getOrDefault(metric, SittingSpread.ASSUMED))
                    .ifPresent(screened -> metrics.add(new MetricComparison(
                            metric,
                            Median.of(then.values(metric)),
                            Median.of(now.values(metric)),
                            screened,
                            Finding.of(screened, comparability.sameProgram()))));
        }
        return new ComparedCell(
                now.planned(), then.planned().name(), then.side(), now.side(), metrics, now.against(then));
    }

    /** Absent where one of the two is broken or has no value to compare. */
    private Optional<Screened> screen(Metric metric, MeasuredCell then, MeasuredCell now, SittingSpread drift) {
        if (then.side().isBroken() || now.side().isBroken()) {
            return Optional.empty();
        }
        double[] before = then.values(metric);
        double[] after = now.values(metric);
        return before.length == 0 || after.length == 0
                ? Optional.empty()
                : Optional.of(judge.screen(after, before, metric.tolerance(), drift));
    }

    private static List<PlannedCell> missing(Map<String, MeasuredCell> of, Set<String> in) {
        return of.entrySet().stream()
                .filter(cell -> !in.contains(cell.getKey()))
                .map(cell -> cell.getValue().planned())
                .toList();
    }
}
