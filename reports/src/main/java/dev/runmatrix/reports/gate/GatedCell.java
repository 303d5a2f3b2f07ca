// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.ForkSlot;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cell as a gate sees it.
 *
 * @param analysis what is known of it
 * @param clock which time is judged
 * @param setting the cell, without the axis of builds where two take turns
 * @param usableWorkers workers that were asked for, or the processors that the run might use where those are fewer
 */
record GatedCell(CellAnalysis analysis, WallClock clock, Cell setting, double usableWorkers) {

    PlannedCell planned() {
        return analysis.planned();
    }

    /** The axes of its setting that have an effect: {@code mode=streaming max_workers=4}. */
    String text() {
        return setting.axes().entrySet().stream()
                .filter(axis -> !planned().ignored().contains(axis.getKey()))
                .map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Why there is nothing to judge; absent where there is. */
    Optional<String> absence() {
        return switch (analysis.state()) {
            case FAILED -> Optional.of("some fork of it failed, which the exit status of the run tells");
            case TIMED_OUT ->
                Optional.of("some fork of it was ended at its limit, which the exit status of the run tells");
            case WRONG_OUTPUT -> Optional.of("it wrote a wrong output, which the exit status of the run tells");
            case NOT_RUN -> Optional.of("no fork of it was made; './run-matrix --resume' makes it");
            case RANKED, FEW_FORKS, CONTAMINATED -> Optional.empty();
        };
    }

    /** How many of its counted forks nothing disturbed. */
    int clean() {
        return analysis.count(ForkOutcome.CLEAN);
    }

    /** The values of its forks, of the clean ones or of all that ran to their end; a fork that lacks it is left out. */
    double[] values(GateMetric metric, boolean cleanOnly) {
        return analysis.slots().stream()
                .filter(slot -> cleanOnly
                        ? slot.outcome() == ForkOutcome.CLEAN
                        : slot.outcome().isOk())
                .flatMap((ForkSlot slot) -> slot.attempt().stream())
                .flatMap(fork -> value(metric, fork).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private Optional<Double> value(GateMetric metric, ForkRecord fork) {
        return switch (metric) {
            case WALL -> clock.wallSeconds(fork);
            case CPU -> clock.cpuSeconds(fork);
            case PEAK_RSS -> fork.process().flatMap(ProcessUsage::peakRssBytes).map(Long::doubleValue);
            case CORES_USED ->
                clock.wallSeconds(fork)
                        .filter(wall -> wall > 0)
                        .flatMap(wall -> clock.cpuSeconds(fork).map(cpu -> cpu / wall));
        };
    }
}
