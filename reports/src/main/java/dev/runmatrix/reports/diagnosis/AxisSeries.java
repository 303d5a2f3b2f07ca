// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.CellLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Cells that differ in one axis of numbers and in nothing else.
 *
 * @param points by rising number, each number once
 */
record AxisSeries(List<Point> points) {

    /**
     * A cell of it.
     *
     * @param value its value of the axis
     */
    record Point(long value, Measured cell) {}

    AxisSeries {
        points = List.copyOf(points);
    }

    /** All of a run along the workers, two or more cells each; cells that a switch keeps from using them left out. */
    static List<AxisSeries> ofWorkers(RunFacts run) {
        return along(run, CellLabels.MAX_WORKERS).stream()
                .filter(series -> series.points().stream()
                        .noneMatch(point -> Setting.isSwitchedOff(point.cell().facts())))
                .toList();
    }

    /** All of a run along the rows of a chunk, two or more cells each. */
    static List<AxisSeries> ofChunks(RunFacts run) {
        return along(run, CellLabels.CHUNK_SIZE);
    }

    private static List<AxisSeries> along(RunFacts run, String axis) {
        Map<Map<String, String>, List<Point>> groups = new LinkedHashMap<>();
        for (CellFacts cell : run.cells()) {
            OptionalLong value = Setting.number(cell, axis);
            Optional<Measured> measured = Measured.of(cell);
            if (value.isPresent() && measured.isPresent()) {
                Map<String, String> rest =
                        new LinkedHashMap<>(cell.cell().planned().cell().axes());
                rest.remove(axis);
                groups.computeIfAbsent(rest, key -> new ArrayList<>())
                        .add(new Point(value.getAsLong(), measured.get()));
            }
        }
        return groups.values().stream()
                .filter(points -> points.size() > 1)
                .map(points -> new AxisSeries(points.stream()
                        .sorted(Comparator.comparingLong(Point::value))
                        .toList()))
                .toList();
    }

    /** The cell with the greatest value up to a limit; absent where all are greater. */
    Optional<Point> upTo(double limit) {
        return points.stream().filter(point -> point.value() <= limit).reduce((first, second) -> second);
    }

    /** The cell with this value. */
    Optional<Point> at(long value) {
        return points.stream().filter(point -> point.value() == value).findFirst();
    }
}
