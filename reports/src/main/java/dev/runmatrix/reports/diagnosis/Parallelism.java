// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.RegionDetail;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many cores a cell could keep busy.
 *
 * @param workers workers that it was told to use; empty where it was told no number
 * @param working the workers, or where none were told the threads that had work; 2 or more
 * @param granted cores of the machine for it, more than one
 */
record Parallelism(OptionalInt workers, int working, double granted) {

    /** Share of the cores that could be busy below which they are not. */
    static final double FULL = 0.6;

    private static final double SEVERAL_CORES = 1.5;

    /** A thread beside the busiest takes part from this share of the wall time on. */
    private static final double TAKES_PART = 0.05;

    /** Absent where there is nothing to be done in parallel: one core, one worker, or one thread by itself. */
    static Optional<Parallelism> of(RunFacts run, Measured cell) {
        OptionalInt workers = Setting.workers(cell.facts());
        boolean told = workers.isPresent() || Setting.isSwitchedOff(cell.facts());
        int working = told ? workers.orElse(1) : threads(cell);
        return run.grantedCores() >= SEVERAL_CORES && working > 1
                ? Optional.of(new Parallelism(workers, working, run.grantedCores()))
                : Optional.empty();
    }

    private static int threads(Measured cell) {
        double least = TAKES_PART * cell.wallSeconds() * 1e9;
        return (int) cell.shown().workers().stream()
                .filter(thread -> thread.cpuNanos() >= least)
                .count();
    }

    /** Cores that can be busy at most. */
    double usable() {
        return Math.min(working, granted);
    }

    /** Whether fewer threads of a kind had work than were to share it, in a program that works piece by piece. */
    boolean tooFewPieces(ThreadShares shares) {
        return workers.isPresent()
                && shares.alike().size() < workers.getAsInt()
                && shares.alike().size() > 1;
    }

    /** Whether there were fewer pieces of rows than workers; false where pieces were not counted. */
    boolean tooFewChunks(ForkFacts fork) {
        long chunks = fork.detail().map(RegionDetail::chunks).orElse(0L);
        return chunks > 0 && chunks < working;
    }
}
