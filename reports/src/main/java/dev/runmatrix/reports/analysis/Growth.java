// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.DatasetFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the memory of one configuration grows with its input: cells that differ in their dataset alone.
 *
 * @param points at least two, by rising number of rows
 */
public record Growth(List<Point> points) {

    /**
     * One size of input.
     *
     * @param rows rows of pod usage
     * @param cell the cell that read them
     */
    public record Point(long rows, CellAnalysis cell) {}

    public Growth {
        points = List.copyOf(points);
    }

    /** All configurations that were measured on more than one input, in plan order. */
    static List<Growth> of(List<CellAnalysis> cells, List<DatasetFacts> datasets) {
        Map<String, Long> rows = new LinkedHashMap<>();
        datasets.forEach(d -> rows.put(d.name(), d.podRows()));
        Map<Map<String, String>, List<Point>> groups = new LinkedHashMap<>();
        for (CellAnalysis cell : cells) {
            if (rows.containsKey(cell.dataset())) {
                Map<String, String> rest =
                        new LinkedHashMap<>(cell.planned().cell().axes());
                rest.remove(CellAnalysis.DATASET);
                groups.computeIfAbsent(rest, k -> new ArrayList<>())
                        .add(new Point(rows.getOrDefault(cell.dataset(), 0L), cell));
            }
        }
        return groups.values().stream()
                .filter(points -> points.size() > 1)
                .map(points -> new Growth(points.stream()
                        .sorted(Comparator.comparingLong(Point::rows))
                        .toList()))
                .toList();
    }
}
