// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;
import java.util.Optional;

/**
 * What a cell did with its wall time, over all forks that its numbers rest on. Averages are sums ÷ sums, never means of
 * ratios.
 *
 * @param cores CPU seconds of all forks ÷ their wall seconds
 * @param leastCpuSeconds CPU time of the fork that used least
 * @param workers what the workers did; absent where that was not seen
 * @param pauseShare wall time in collections of garbage ÷ wall time of the measured regions. It is wall, not CPU: it is
 *     part of no other share; absent where a fork marked no region
 */
public record TimeUse(double cores, double leastCpuSeconds, Optional<WorkerTime> workers, Optional<Double> pauseShare) {

    /** In such steps CPU time is counted. */
    public static final double STEP_SECONDS = 0.01;

    /** From here on the steps are 1 % of CPU time and less. */
    public static final double COUNTED_WELL_SECONDS = 1;

    /** The use of a cell's time; absent where it has no numbers. */
    public static Optional<TimeUse> of(CellAnalysis cell, WallClock clock) {
        return cell.numbers()
                .map(numbers -> new TimeUse(
                        sum(numbers.cpuSeconds()) / sum(numbers.wallSeconds()),
                        least(numbers),
                        WorkerTime.of(cell.planned(), numbers, clock),
                        pauses(numbers)));
    }

    private static double least(CellNumbers numbers) {
        return numbers.forks().stream().mapToDouble(ForkTimes::cpuSeconds).min().orElseThrow();
    }

    private static Optional<Double> pauses(CellNumbers numbers) {
        List<RegionUsage> regions = numbers.forks().stream()
                .flatMap(fork -> fork.attempt().region().stream())
                .toList();
        if (regions.size() < numbers.n()) {
            return Optional.empty();
        }
        double pauses = regions.stream().mapToLong(RegionUsage::gcMillis).sum() / 1e3;
        double wall = regions.stream().mapToLong(RegionUsage::wallNanos).sum() / 1e9;
        return wall > 0 ? Optional.of(pauses / wall) : Optional.empty();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Whether the steps of the counter matter: they are more than 1 % of the CPU time of some fork. */
    public boolean isCoarse() {
        return leastCpuSeconds < COUNTED_WELL_SECONDS;
    }
}
