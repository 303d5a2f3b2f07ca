// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import static dev.runmatrix.aggregator.comparison.Quantity.CPU;
import static dev.runmatrix.aggregator.comparison.Quantity.INSIDE_CPU;
import static dev.runmatrix.aggregator.comparison.Quantity.INSIDE_WALL;
import static dev.runmatrix.aggregator.comparison.Quantity.PEAK_RSS;
import static dev.runmatrix.aggregator.comparison.Quantity.WALL;
import static dev.runmatrix.aggregator.comparison.Quantity.WARM_CPU;

import dev.runmatrix.aggregator.comparison.Observations.Measured;
import java.util.ArrayList;
import java.util.List;

/** What this aggregator is to reach. */
final class Bars {

    private Bars() {}

    /** The bars of one data set. */
    static List<Bar> ofData(DataSet data) {
        String ours = Programs.oursName(data, 2);
        String full = Programs.peerName("full", data, 2);
        String warm = Programs.warmName(data, 2);
        return List.of(
                bar("2 workers, wall: DuckDB's whole process", ours, WALL, full, WALL, 0.40),
                bar("2 workers, wall: DuckDB inside its process", ours, WALL, full, INSIDE_WALL, 0.65),
                bar("2 workers, CPU: DuckDB's whole process", ours, CPU, full, CPU, 0.35),
                bar("2 workers, CPU: DuckDB inside its process", ours, CPU, full, INSIDE_CPU, 0.45),
                bar("2 workers, peak RSS: DuckDB", ours, PEAK_RSS, full, PEAK_RSS, 0.60),
                bar(
                        "1 worker, wall: DuckDB's whole process, 1 thread",
                        Programs.oursName(data, 1),
                        WALL,
                        Programs.peerName("full", data, 1),
                        WALL,
                        0.50),
                bar("warm, CPU: DuckDB warm", warm, WARM_CPU, Programs.warmPeerName(data, 2), WARM_CPU, 0.35),
                bar(
                        "full work, wall: DuckDB's plain group-by",
                        ours,
                        WALL,
                        Programs.peerName("plain", data, 2),
                        WALL,
                        0.50),
                bar("CPU: DuckDB's bare scan, inside", ours, CPU, Programs.peerName("scan", data, 2), INSIDE_CPU, 2.00),
                bar(
                        "warm, CPU: own bare page decode",
                        warm,
                        WARM_CPU,
                        Programs.pagesName(data, "decode", 2),
                        WARM_CPU,
                        2.00),
                bar("streaming, wall: in memory", Programs.streamingName(data, 2), WALL, ours, WALL, 1.10),
                bar("warm, CPU of 2 workers: of 1", warm, WARM_CPU, Programs.warmName(data, 1), WARM_CPU, 1.15));
    }

    /** The bars of several sizes of the same data, in ascending order. */
    static List<Bar> ofSizes(List<DataSet> sizes, DataSet main) {
        List<Bar> bars = new ArrayList<>();
        for (DataSet size : sizes) {
            if (size.rows() < main.rows()) {
                String peer = Programs.peerName("full", size, 2);
                bars.add(bar(
                        size.name() + ", wall: DuckDB's whole process",
                        Programs.oursName(size, 2),
                        WALL,
                        peer,
                        WALL,
                        1.00));
            }
        }
        DataSet least = sizes.get(0);
        DataSet most = sizes.get(sizes.size() - 1);
        if (most.rows() > least.rows()) {
            bars.add(
                    perRow("whole process", Programs.oursName(most, 2), Programs.oursName(least, 2), CPU, least, most));
            bars.add(perRow("warm", Programs.warmName(most, 2), Programs.warmName(least, 2), WARM_CPU, least, most));
        }
        return bars;
    }

    private static Bar perRow(String what, String ours, String theirs, Quantity quantity, DataSet least, DataSet most) {
        return new Bar(
                what + ", CPU per row of " + most.name() + ": of " + least.name(),
                new Measured(ours, quantity),
                new Measured(theirs, quantity),
                (double) least.rows() / most.rows(),
                1.00);
    }

    private static Bar bar(
            String title, String ours, Quantity ourQuantity, String theirs, Quantity theirQuantity, double limit) {
        return new Bar(title, new Measured(ours, ourQuantity), new Measured(theirs, theirQuantity), 1, limit);
    }
}
