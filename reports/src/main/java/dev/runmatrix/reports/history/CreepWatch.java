// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Creep;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the latest runs of a series against a pinned release: its baseline, and every other run of its build. */
final class CreepWatch {

    private final Metric metric;
    private final List<RunLevels> runs;
    private final Optional<Pinned> pinned;
    private final SittingSpread drift;

    CreepWatch(Metric metric, List<RunLevels> runs, Optional<Pinned> pinned, SittingSpread drift) {
        this.metric = metric;
        this.runs = runs;
        this.pinned = pinned;
        this.drift = drift;
    }

    Optional<Creep> of(CellHistory cell) {
        return pinned.flatMap(release -> of(cell, release.run()));
    }

    private Optional<Creep> of(CellHistory cell, RunLevels release) {
        List<Double> then = new ArrayList<>(levelsOf(cell, release));
        List<Double> since = new ArrayList<>();
        for (HistoryPoint point : cell.compared()) {
            RunLevels run = runs.get(point.run());
            boolean itself = run.id().equals(release.id());
            if (!itself && run.build().isSameAs(release.build())) {
                then.add(point.level().median());
            } else if (!itself && run.startedAt().isAfter(release.startedAt())) {
                since.add(point.level().median());
            }
        }
        if (levelsOf(cell, release).isEmpty() || since.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Creep.of(values(since), values(then), drift, metric.tolerance()));
    }

    private List<Double> levelsOf(CellHistory cell, RunLevels release) {
        return release.cells().stream()
                .filter(levels ->
                        levels.key().equals(cell.key()) && levels.gap().isEmpty())
                .flatMap(levels -> levels.level(metric).stream())
                .map(Level::median)
                .toList();
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
