// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.ChangePoints;
import dev.runmatrix.harness.statistics.Creep;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Night;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.SittingSpread;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cell over the runs of a series.
 *
 * @param planned the cell as the newest of these runs has it
 * @param key what makes it the same cell in all of them
 * @param points the runs in which it has a value, the oldest first
 * @param gaps runs in which it has none to compare, by reason
 * @param creep the latest runs against the pinned release; absent where that did not measure this cell under these
 *     conditions, or nothing newer was measured
 */
public record CellHistory(
        PlannedCell planned, CellKey key, List<HistoryPoint> points, Map<Gap, Integer> gaps, Optional<Creep> creep) {

    public CellHistory {
        points = List.copyOf(points);
        Map<Gap, Integer> ordered = new EnumMap<>(Gap.class);
        ordered.putAll(gaps);
        gaps = Collections.unmodifiableMap(ordered);
    }

    /** The points that are compared. */
    public List<HistoryPoint> compared() {
        return points.stream().filter(HistoryPoint::compared).toList();
    }

    /** Runs with a value that are missing before a change can be seen; 0 where it can. */
    public int missing() {
        int needed = ChangePoints.LEAST_BEFORE + ChangePoints.LEAST_AFTER;
        return Math.max(0, needed - compared().size());
    }

    /**
     * The last compared point against the first one, with the interval that two sittings of one build would keep to.
     *
     * @return empty below two points
     */
    public Optional<Ratio> total(SittingSpread drift) {
        List<HistoryPoint> all = compared();
        if (all.size() < 2) {
            return Optional.empty();
        }
        double ratio =
                all.get(all.size() - 1).level().median() / all.get(0).level().median();
        Interval point = new Interval(ratio, ratio, 0.95);
        return Optional.of(new Ratio(ratio, Optional.of(drift.widen(ratio, point))));
    }

    List<Night> nights() {
        return compared().stream()
                .map(point -> new Night(point.run(), point.level().median()))
                .toList();
    }

    CellHistory with(Optional<Creep> found) {
        return new CellHistory(planned, key, points, gaps, found);
    }
}
