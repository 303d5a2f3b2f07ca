// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns runs that may be compared into the histories of their cells. */
final class SeriesBuilder {

    private final Metric metric;
    private final List<RunLevels> runs;
    private final Conditions conditions;
    private final Optional<Pinned> pinned;
    private final SittingSpread drift;

    /** The runs are at least one, the oldest first. */
    SeriesBuilder(Metric metric, List<RunLevels> runs, List<Pinned> candidates) {
        this.metric = metric;
        this.runs = runs;
        this.conditions = runs.get(0).conditions();
        this.pinned = candidates.stream()
                .filter(release -> release.run().conditions().areThoseOf(conditions))
                .findFirst();
        this.drift = SittingDrift.of(metric, runs);
    }

    RunSeries build() {
        CreepWatch watch = new CreepWatch(metric, runs, pinned, drift);
        List<CellHistory> cells =
                histories().stream().map(cell -> cell.with(watch.of(cell))).toList();
        return new RunSeries(conditions, runs, cells, new ChangeSearch(runs, cells).changes(), drift, pinned);
    }

    /** Cells of newer plans first; cells that were given up stay, behind them. */
    private List<CellHistory> histories() {
        Map<CellKey, Gathered> cells = new LinkedHashMap<>();
        Map<CellKey, String> jvms = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            List<CellLevels> all = runs.get(i).cells();
            for (int place = 0; place < all.size(); place++) {
                CellLevels levels = all.get(place);
                cells.computeIfAbsent(known(levels.key(), jvms), Gathered::new).add(i, place, levels);
            }
        }
        List<Gathered> sorted = new ArrayList<>(cells.values());
        sorted.sort((one, other) -> other.last != one.last
                ? Integer.compare(other.last, one.last)
                : Integer.compare(one.place, other.place));
        return sorted.stream().map(Gathered::history).toList();
    }

    /** Where no fork told its JVM, as where all failed, it is taken to be that of the run before. */
    private static CellKey known(CellKey key, Map<CellKey, String> jvms) {
        CellKey untold = key.in("");
        if (!key.jvm().isEmpty()) {
            jvms.put(untold, key.jvm());
        }
        return key.in(jvms.getOrDefault(untold, ""));
    }

    /** One cell while its runs are gone through. */
    private final class Gathered {

        private final CellKey key;
        private final List<HistoryPoint> points = new ArrayList<>();
        private final Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
        private final List<PlannedCell> plans = new ArrayList<>();
        private int last;
        private int place;

        Gathered(CellKey key) {
            this.key = key;
        }

        void add(int run, int place, CellLevels levels) {
            last = run;
            this.place = place;
            plans.add(levels.planned());
            levels.gap().ifPresent(gap -> gaps.merge(gap, 1, Integer::sum));
            levels.level(metric)
                    .ifPresent(
                            level -> points.add(new HistoryPoint(run, level, level.forks() >= CellLevels.LEAST_FORKS)));
        }

        CellHistory history() {
            return new CellHistory(plans.get(plans.size() - 1), key, points, gaps, Optional.empty());
        }
    }
}
