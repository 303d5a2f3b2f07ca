// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.statistics.Contamination;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.attribution.Decomposition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a comparison needs of one cell of a run.
 *
 * @param planned the cell
 * @param state what may be said about it
 * @param forks counted forks that were asked for or made
 * @param clean those of them that count here, in order: where two sittings are compared, those that nothing disturbed
 * @param clock which time is compared
 */
record MeasuredCell(PlannedCell planned, CellState state, int forks, List<ForkRecord> clean, WallClock clock) {

    private static final double NANOS = 1e9;

    MeasuredCell {
        clean = List.copyOf(clean);
    }

    static MeasuredCell of(CellAnalysis cell, WallClock clock) {
        return of(cell, clock, outcome -> outcome == ForkOutcome.CLEAN);
    }

    /** The same with the forks that other programs disturbed. */
    static MeasuredCell withDisturbedForks(CellAnalysis cell, WallClock clock) {
        return of(cell, clock, ForkOutcome::isOk);
    }

    private static MeasuredCell of(CellAnalysis cell, WallClock clock, Predicate<ForkOutcome> counts) {
        List<ForkRecord> counted = cell.slots().stream()
                .filter(slot -> counts.test(slot.outcome()))
                .flatMap(slot -> slot.attempt().stream())
                .toList();
        return new MeasuredCell(cell.planned(), cell.state(), cell.slots().size(), counted, clock);
    }

    /** Whether other programs disturbed more than half of the forks of a cell that ended well. */
    static boolean isMostlyDisturbed(CellAnalysis cell) {
        int disturbed = cell.count(ForkOutcome.CONTAMINATED);
        return disturbed > cell.count(ForkOutcome.CLEAN);
    }

    String id() {
        return planned.cell().id();
    }

    /** The cell without its values. */
    ComparedCell.Side side() {
        return new ComparedCell.Side(state, forks, clean.size());
    }

    /** What its clean forks cost, for taking apart; absent where none can be told. */
    private Optional<CellNumbers> numbers() {
        List<ForkTimes> times =
                clean.stream().flatMap(fork -> times(fork).stream()).toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(new CellNumbers(times, false));
    }

    private Optional<ForkTimes> times(ForkRecord fork) {
        return clock.wallSeconds(fork)
                .filter(wall -> wall > 0)
                .flatMap(wall -> clock.cpuSeconds(fork).map(cpu -> new ForkTimes(fork, wall, cpu)));
    }

    /** Why it takes another time than the same cell elsewhere; absent where one of the two is broken. */
    Optional<Decomposition> against(MeasuredCell base) {
        if (side().isBroken() || base.side().isBroken()) {
            return Optional.empty();
        }
        return numbers().flatMap(own -> base.numbers().flatMap(other -> Decomposition.of(own, other, clock)));
    }

    /** The values of its clean forks; one that lacks it, or used less than can be counted, is left out. */
    double[] values(Metric metric) {
        return clean.stream()
                .flatMap(fork -> value(metric, fork).stream())
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0)
                .toArray();
    }

    /**
     * The wall seconds of its forks without the time for which their threads waited for a processor: the least that they would
     * have taken on a machine of their own. Absent where that cannot be told of each of them.
     */
    Optional<double[]> wallsWithoutWaiting() {
        List<Double> walls =
                clean.stream().flatMap(fork -> withoutWaiting(fork).stream()).toList();
        return walls.size() < clean.size()
                ? Optional.empty()
                : Optional.of(walls.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What a hypervisor takes, the kernel does not count as waiting. */
    private Optional<Double> withoutWaiting(ForkRecord fork) {
        return fork.noise()
                .filter(noise -> noise.stealFraction().orElse(0.0) <= Contamination.MAX_STEAL)
                .flatMap(NoiseEvidence::runQueueNanos)
                .flatMap(waited -> clock.wallSeconds(fork).map(wall -> wall - waited / NANOS))
                .filter(wall -> wall > 0);
    }

    private Optional<Double> value(Metric metric, ForkRecord fork) {
        return switch (metric) {
            case WALL -> clock.wallSeconds(fork);
            case CPU -> clock.cpuSeconds(fork);
            case PEAK_RSS -> fork.process().flatMap(ProcessUsage::peakRssBytes).map(Long::doubleValue);
        };
    }
}
