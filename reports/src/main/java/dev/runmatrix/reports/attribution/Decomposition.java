// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.Optional;

/**
 * Why one cell takes longer or shorter than another. Wall time is CPU time ÷ cores used in every fork, so that the ratio of
 * the wall times of two forks is that of their CPU work ÷ that of the cores they used, without a remainder. It holds for
 * the shown forks; the ratios over all forks are estimates of their own, one by one.
 *
 * @param wall wall time of the cell ÷ that of the reference
 * @param work CPU seconds of the cell ÷ those of the reference
 * @param cores mean cores used by the cell ÷ those used by the reference
 * @param split in which threads the difference of work is; absent where threads were not seen
 */
public record Decomposition(Factor wall, Factor work, Factor cores, Optional<WorkSplit> split) {

    /**
     * Takes the wall ratio of two cells apart.
     *
     * @param clock the clock of the run
     * @return empty where one of the two has no numbers, or a fork that used less CPU than can be counted
     */
    public static Optional<Decomposition> of(CellAnalysis cell, CellAnalysis reference, WallClock clock) {
        return cell.numbers().flatMap(own -> reference.numbers().flatMap(other -> of(own, other, clock)));
    }

    /** The same of numbers that stand for themselves, as of two builds. */
    public static Optional<Decomposition> of(CellNumbers cell, CellNumbers reference, WallClock clock) {
        if (!isCounted(cell) || !isCounted(reference)) {
            return Optional.empty();
        }
        return Optional.of(new Decomposition(
                Factor.of(cell, reference, ForkTimes::wallSeconds),
                Factor.of(cell, reference, ForkTimes::cpuSeconds),
                Factor.of(cell, reference, ForkTimes::cores),
                WorkSplit.of(cell.shown(), reference.shown(), clock)));
    }

    private static boolean isCounted(CellNumbers numbers) {
        return numbers.forks().stream().allMatch(fork -> fork.cpuSeconds() > 0);
    }

    /** 1 ÷ cores used: what work is multiplied by to get wall. */
    public Factor inverseCores() {
        return cores.reciprocal();
    }
}
