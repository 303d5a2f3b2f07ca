// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Median;
import java.util.Comparator;
import java.util.List;

/**
 * What a cell cost, over the forks that its numbers rest on.
 *
 * @param forks those forks by rising wall time, at least one
 * @param provisional whether they are not the clean forks of a complete sample, so that the numbers stand in parentheses
 */
public record CellNumbers(List<ForkTimes> forks, boolean provisional) {

    public CellNumbers {
        forks = forks.stream()
                .sorted(Comparator.comparingDouble(ForkTimes::wallSeconds)
                        .thenComparing(f -> f.attempt().attempt()))
                .toList();
        if (forks.isEmpty()) {
            throw new IllegalArgumentException("numbers without forks");
        }
    }

    /** The one real fork that stands for the cell: median wall time, the lower of the two middle ones. */
    public ForkTimes shown() {
        return forks.get(Median.lowerIndex(forks.size()));
    }

    public int n() {
        return forks.size();
    }

    public double[] wallSeconds() {
        return forks.stream().mapToDouble(ForkTimes::wallSeconds).toArray();
    }

    public double[] cpuSeconds() {
        return forks.stream().mapToDouble(ForkTimes::cpuSeconds).toArray();
    }

    /** Fastest to slowest. */
    public Interval wallRange() {
        return Median.range(wallSeconds());
    }
}
