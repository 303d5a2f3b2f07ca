// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of a run by their names, and the forks that claims about them rest on. */
final class ClaimSamples {

    private final RunAnalysis run;
    private final Map<String, CellAnalysis> cells = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();

    ClaimSamples(RunAnalysis run) {
        this.run = run;
        run.cells().forEach(cell -> cells.put(cell.name(), cell));
        run.run().datasets().forEach(dataset -> rows.put(dataset.name(), dataset.podRows()));
    }

    Optional<CellAnalysis> cell(String name) {
        return Optional.ofNullable(cells.get(name));
    }

    /** Rows of the input of a cell; absent where that is not known. */
    Optional<Long> rows(String name) {
        return cell(name).flatMap(cell -> Optional.ofNullable(rows.get(cell.dataset())));
    }

    /** Workers that were asked for, or the processors that the run might use where those are fewer. */
    double usableWorkers(CellAnalysis cell) {
        return Math.min(
                cell.planned().requestedWorkers(), run.run().environment().grantedCores());
    }

    /** Why nothing can be said about a cell; absent where something can. */
    Optional<String> absence(String name) {
        Optional<CellAnalysis> found = cell(name);
        if (found.isEmpty()) {
            return Optional.of(name + " was left out of this run");
        }
        CellAnalysis cell = found.get();
        return switch (cell.state()) {
            case FAILED, TIMED_OUT ->
                cell.failure()
                        .map(failure -> name + " " + Wording.failure(failure) + ", " + Units.count(failure.failed())
                                + " of " + Units.counted(failure.attempts(), "fork", "forks"));
            case WRONG_OUTPUT -> Optional.of(name + " wrote a wrong output");
            case NOT_RUN -> Optional.of("no fork of " + name + " has ended");
            case RANKED, FEW_FORKS, CONTAMINATED -> Optional.empty();
        };
    }

    ClaimSample of(String name, GateMetric metric) {
        Optional<String> absence = absence(name);
        if (absence.isPresent()) {
            return ClaimSample.missing(name, absence.get());
        }
        CellAnalysis cell = cell(name).orElseThrow();
        return metric == GateMetric.PEAK_RSS ? memory(cell) : times(cell, metric);
    }

    /** Other programs take time from a fork, and no memory: disturbed ones count here. */
    private static ClaimSample memory(CellAnalysis cell) {
        List<Double> values = cell.slots().stream()
                .filter(slot -> slot.outcome().isOk())
                .flatMap(slot -> slot.attempt().stream())
                .flatMap(fork -> peak(fork).stream())
                .toList();
        return sample(cell.name(), values, false);
    }

    static Optional<Double> peak(ForkRecord fork) {
        return fork.process().flatMap(ProcessUsage::peakRssBytes).map(Long::doubleValue);
    }

    private static ClaimSample times(CellAnalysis cell, GateMetric metric) {
        List<ForkTimes> forks = cell.numbers().map(CellNumbers::forks).orElse(List.of());
        List<Double> values = forks.stream()
                .map(fork -> switch (metric) {
                    case WALL -> fork.wallSeconds();
                    case CPU -> fork.cpuSeconds();
                    case CORES_USED -> fork.cores();
                    case PEAK_RSS -> throw new IllegalArgumentException("memory is no time");
                })
                .toList();
        return sample(
                cell.name(),
                values,
                cell.numbers().filter(CellNumbers::provisional).isPresent());
    }

    private static ClaimSample sample(String name, List<Double> values, boolean provisional) {
        if (values.isEmpty()) {
            return ClaimSample.missing(name, "no fork of " + name + " tells it");
        }
        Optional<String> doubt = provisional
                ? Optional.of(name + " has fewer than 4 undisturbed forks")
                : values.size() < Comparison.FORKS_FOR_VERDICT
                        ? Optional.of(name + " has " + Units.counted(values.size(), "fork", "forks")
                                + ", a verdict needs " + Comparison.FORKS_FOR_VERDICT)
                        : Optional.empty();
        return new ClaimSample(name, values, Optional.empty(), doubt);
    }
}
