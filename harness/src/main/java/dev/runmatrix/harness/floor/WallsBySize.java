// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import dev.runmatrix.harness.statistics.Ratio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walls of the attempts with each size, and of those with plenty. For one thread. */
public final class WallsBySize {

    private final Map<Long, List<Double>> walls = new HashMap<>();
    private final Map<Long, Integer> failures = new HashMap<>();
    private final List<Double> plenty = new ArrayList<>();

    /** An attempt with a size that completed. */
    public void add(long mebibytes, double wall) {
        walls.computeIfAbsent(mebibytes, size -> new ArrayList<>()).add(wall);
    }

    /** An attempt with a size that did not. */
    public void addFailure(long mebibytes) {
        failures.merge(mebibytes, 1, Integer::sum);
    }

    /** An attempt with plenty that completed. */
    public void addPlenty(double wall) {
        plenty.add(wall);
    }

    double[] plenty() {
        return plenty.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int count(long mebibytes) {
        return walls.getOrDefault(mebibytes, List.of()).size();
    }

    int failed(long mebibytes) {
        return failures.getOrDefault(mebibytes, 0);
    }

    int all() {
        return walls.values().stream().mapToInt(List::size).sum();
    }

    /** Wall with a size ÷ wall with plenty; of both there must be one. */
    public Ratio ratio(long mebibytes, double confidence) {
        double[] of = walls.getOrDefault(mebibytes, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Ratio.of(of, plenty(), confidence);
    }
}
