// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.attribution.Decomposition;
import java.util.List;
import java.util.Optional;

/**
 * One cell that two runs have.
 *
 * @param planned the cell as the candidate has it
 * @param baseName its name in the run that is compared with, {@code C03}
 * @param base its forks there
 * @param candidate its forks in the candidate
 * @param metrics what is known of each metric, in their order; empty where the cell is broken or has no clean fork
 * @param decomposition this run ÷ the other one, taken apart into work and parallelism; absent where the cell is broken,
 *     has no clean fork, or used less CPU than can be counted
 */
public record ComparedCell(
        PlannedCell planned,
        String baseName,
        Side base,
        Side candidate,
        List<MetricComparison> metrics,
        Optional<Decomposition> decomposition) {

    public ComparedCell {
        metrics = List.copyOf(metrics);
    }

    /**
     * The forks of a cell in one of the runs.
     *
     * @param state what may be said about the cell there
     * @param forks counted forks that were asked for or made
     * @param clean those of them that are compared
     */
    public record Side(CellState state, int forks, int clean) {

        /** Whether forks of it ended without a result or with a wrong one, so that none is compared. */
        public boolean isBroken() {
            return state == CellState.FAILED || state == CellState.TIMED_OUT || state == CellState.WRONG_OUTPUT;
        }
    }

    public String id() {
        return planned.cell().id();
    }

    public String name() {
        return planned.name();
    }

    public boolean has(Finding finding) {
        return metrics.stream().anyMatch(m -> m.finding() == finding);
    }

    /** Whether there were enough clean forks to suspect or to clear some metric. */
    public boolean isScreened() {
        return metrics.stream().anyMatch(m -> m.screened().isScreened());
    }

    public Optional<MetricComparison> metric(Metric metric) {
        return metrics.stream().filter(m -> m.metric() == metric).findFirst();
    }

    /** The greatest ratio among the metrics with this finding; 0 without one. */
    double greatest(Finding finding) {
        return metrics.stream()
                .filter(m -> m.finding() == finding)
                .mapToDouble(MetricComparison::ratio)
                .max()
                .orElse(0);
    }
}
