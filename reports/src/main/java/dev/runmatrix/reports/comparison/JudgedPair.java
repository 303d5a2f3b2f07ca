// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.attribution.Decomposition;
import java.util.List;
import java.util.Optional;

/**
 * One setting of which both builds were measured.
 *
 * @param setting the setting without the axis of builds: the same cell, with the same id, as in a run of one program
 * @param base the cell of the build that is compared with
 * @param head the cell of the build that is judged
 * @param baseSide forks of the one
 * @param headSide forks of the other
 * @param metrics what was judged, in their order; empty where one of the two is broken
 * @param decomposition head ÷ base, taken apart into work and parallelism; absent where one of the two is broken or used
 *     less CPU than can be counted
 */
public record JudgedPair(
        Cell setting,
        PlannedCell base,
        PlannedCell head,
        ComparedCell.Side baseSide,
        ComparedCell.Side headSide,
        List<JudgedMetric> metrics,
        Optional<Decomposition> decomposition) {

    public JudgedPair {
        metrics = List.copyOf(metrics);
    }

    public Optional<JudgedMetric> metric(Metric metric) {
        return metrics.stream().filter(judged -> judged.metric() == metric).findFirst();
    }
}
