// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Metric;
import java.util.Map;
import java.util.Optional;

/**
 * One cell in one run.
 *
 * @param planned the cell as the run has it
 * @param key what makes it the same cell in another run
 * @param clean clean forks
 * @param levels what they came to; without the metrics that none of them tells, and empty where forks failed
 * @param gap why it says nothing, or not enough to be compared; absent where it does
 */
public record CellLevels(PlannedCell planned, CellKey key, int clean, Map<Metric, Level> levels, Optional<Gap> gap) {

    /** The least clean forks of a point that is compared with others. */
    public static final int LEAST_FORKS = 4;

    public CellLevels {
        levels = Map.copyOf(levels);
    }

    public Optional<Level> level(Metric metric) {
        return Optional.ofNullable(levels.get(metric));
    }
}
