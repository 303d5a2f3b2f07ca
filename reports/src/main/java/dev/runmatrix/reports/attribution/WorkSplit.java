// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.reports.analysis.CpuSplit;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.Optional;

/**
 * In which threads the difference of CPU work between two shown forks is: shares of the reference's CPU time, positive
 * where the cell used more. The four add up to the work ratio − 1, without a remainder.
 *
 * @param work threads of the program's own
 * @param garbage garbage collection
 * @param compiler compilation of machine code
 * @param rest everything else: other threads of the runtime, threads that ended unseen, and what the ticks round off
 */
public record WorkSplit(double work, double garbage, double compiler, double rest) {

    /** Splits a difference; absent where the threads of one of the two forks were not seen. */
    static Optional<WorkSplit> of(ForkTimes cell, ForkTimes reference, WallClock clock) {
        return CpuSplit.of(cell, clock)
                .flatMap(own -> CpuSplit.of(reference, clock)
                        .map(other -> of(own, other, cell.cpuSeconds(), reference.cpuSeconds())));
    }

    private static WorkSplit of(CpuSplit own, CpuSplit other, double cpuSeconds, double referenceSeconds) {
        double work = (own.workSeconds() - other.workSeconds()) / referenceSeconds;
        double garbage = (own.garbageSeconds() - other.garbageSeconds()) / referenceSeconds;
        double compiler = (own.compilerSeconds() - other.compilerSeconds()) / referenceSeconds;
        double all = (cpuSeconds - referenceSeconds) / referenceSeconds;
        return new WorkSplit(work, garbage, compiler, all - work - garbage - compiler);
    }

    /** All four: the work ratio − 1. */
    public double total() {
        return work + garbage + compiler + rest;
    }
}
