// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.Noise;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The forks of one cell of a run, gathered one by one. */
final class CellForks {

    private static final double MEBIBYTE = 1 << 20;

    private final PlannedCell planned;
    private final TreeMap<Integer, ForkRecord> counted = new TreeMap<>();
    private final TreeSet<String> jvms = new TreeSet<>();
    private boolean wrong;

    CellForks(PlannedCell planned) {
        this.planned = planned;
    }

    /** Of several attempts with one number the last one counts. A twin's wrong output is the cell's. */
    void add(ForkRecord fork) {
        wrong |= fork.output().filter(output -> output.isWrong()).isPresent();
        fork.jvm().map(CellForks::words).ifPresent(jvms::add);
        if (!fork.isWarmup() && !fork.twin()) {
            counted.put(fork.fork(), fork);
        }
    }

    private static String words(ForkJvm jvm) {
        return jvm.version() + ", " + jvm.collector() + ", " + Math.round(jvm.maxHeapBytes() / MEBIBYTE) + " MiB";
    }

    CellLevels levels(WallClock clock, List<DatasetFacts> datasets) {
        CellKey key = new CellKey(planned.cell().id(), digest(datasets), String.join(" and ", jvms));
        boolean failed = counted.values().stream().map(Noise::outcome).anyMatch(ForkOutcome::isFailure);
        if (wrong || failed) {
            return new CellLevels(planned, key, 0, Map.of(), Optional.of(wrong ? Gap.WRONG_OUTPUT : Gap.FAILED));
        }
        List<ForkRecord> clean = counted.values().stream()
                .filter(fork -> Noise.outcome(fork) == ForkOutcome.CLEAN)
                .toList();
        Optional<Gap> gap = Optional.of(Gap.FEW_CLEAN_FORKS).filter(g -> clean.size() < CellLevels.LEAST_FORKS);
        return new CellLevels(planned, key, clean.size(), levels(clean, clock), gap);
    }

    private static Map<Metric, Level> levels(List<ForkRecord> clean, WallClock clock) {
        Map<Metric, Level> levels = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double[] values = clean.stream()
                    .flatMap(fork -> value(metric, fork, clock).stream())
                    .mapToDouble(Double::doubleValue)
                    .filter(value -> value > 0)
                    .toArray();
            if (values.length > 0) {
                levels.put(metric, Level.of(values));
            }
        }
        return levels;
    }

    private static Optional<Double> value(Metric metric, ForkRecord fork, WallClock clock) {
        return switch (metric) {
            case WALL -> clock.wallSeconds(fork);
            case CPU -> clock.cpuSeconds(fork);
            case PEAK_RSS -> fork.process().flatMap(ProcessUsage::peakRssBytes).map(Long::doubleValue);
        };
    }

    /** Of the cell's own data; of all data where the matrix does not say which. */
    private String digest(List<DatasetFacts> datasets) {
        Optional<String> own = planned.cell().get(CellAnalysis.DATASET);
        return datasets.stream()
                .filter(facts -> own.isEmpty() || facts.name().equals(own.get()))
                .map(DatasetFacts::digest)
                .collect(Collectors.joining(" "));
    }
}
