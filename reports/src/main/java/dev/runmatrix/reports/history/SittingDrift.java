// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What sittings of one build differ by, as stored runs show it. A sitting is a day: runs of the same day share the mood of
 * the machine, and count once, with their median.
 */
public final class SittingDrift {

    private SittingDrift() {}

    /**
     * The spread of a metric over the cells, as the root of their mean variance.
     *
     * @param runs runs under the same conditions
     * @return {@link SittingSpread#ASSUMED} where no cell was measured on enough days with builds that were measured again
     */
    public static SittingSpread of(Metric metric, List<RunLevels> runs) {
        List<SittingSpread> cells = byCell(metric, runs).values().stream()
                .map(builds -> SittingSpread.ofBuilds(
                        builds.values().stream().map(SittingDrift::days).toList()))
                .filter(spread -> spread.sittings() > 0)
                .toList();
        OptionalInt least = cells.stream().mapToInt(SittingSpread::sittings).min();
        if (least.isEmpty()) {
            return SittingSpread.ASSUMED;
        }
        double variance = cells.stream()
                .mapToDouble(spread -> spread.sigma() * spread.sigma())
                .average()
                .orElseThrow();
        return new SittingSpread(Math.sqrt(variance), least.getAsInt());
    }

    /** Cell to build to day to medians. */
    private static Map<CellKey, Map<String, Map<LocalDate, List<Double>>>> byCell(Metric metric, List<RunLevels> runs) {
        Map<CellKey, Map<String, Map<LocalDate, List<Double>>>> all = new LinkedHashMap<>();
        for (RunLevels run : runs) {
            LocalDate day = run.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
            for (CellLevels cell : run.cells()) {
                boolean usable = cell.gap().isEmpty() && run.build().digest().isPresent();
                cell.level(metric)
                        .filter(level -> usable)
                        .ifPresent(level -> all.computeIfAbsent(cell.key(), key -> new LinkedHashMap<>())
                                .computeIfAbsent(run.build().digest().orElseThrow(), key -> new LinkedHashMap<>())
                                .computeIfAbsent(day, key -> new ArrayList<>())
                                .add(level.median()));
            }
        }
        return all;
    }

    private static double[] days(Map<LocalDate, List<Double>> medians) {
        return medians.values().stream()
                .mapToDouble(day ->
                        Median.of(day.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray();
    }
}
