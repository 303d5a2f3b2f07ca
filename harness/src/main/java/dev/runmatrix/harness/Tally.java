// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.StoredRun;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run has come to so far. */
final class Tally {

    static final int IO_FAILURE = 74;
    private static final int WRONG_OUTPUT = 4;
    private static final int CELL_FAILED = 3;
    private static final Set<CellEnd.Reason> LEAVING_NONE_OUT =
            EnumSet.of(CellEnd.Reason.FORKS_MADE, CellEnd.Reason.PRECISE, CellEnd.Reason.FUTILE);

    private final Map<String, Set<Integer>> made = new HashMap<>();
    private int attempts;
    private int lastAttempt;
    private int warmups;
    private int twins;
    private int repeated;
    private int failed;
    private int wrong;
    private int lostBefore;
    private double forkNanos;
    private double harnessNanos;

    /** The tally of a run that is taken up again, or of a new one. */
    static Tally of(Optional<StoredRun> earlier) {
        Tally tally = new Tally();
        earlier.ifPresent(tally::takeUp);
        return tally;
    }

    void add(ForkRecord fork, long ownNanos) {
        count(fork);
        forkNanos += wallNanos(fork);
        harnessNanos += ownNanos;
    }

    /** Attempts so far, which is the number of the last one. */
    int attempts() {
        return lastAttempt;
    }

    int failed() {
        return failed;
    }

    /** Forks of this sitting that failed or whose output is wrong. */
    int lostInThisSitting() {
        return failed + wrong - lostBefore;
    }

    /** Cores that the harness itself kept busy while forks ran; absent where none was seen. */
    Optional<Double> harnessCores() {
        return forkNanos > 0 ? Optional.of(harnessNanos / forkNanos) : Optional.empty();
    }

    /** Wrong output is worse than none. Forks that were not made for want of time are no failure. */
    int exitStatus() {
        if (wrong > 0) {
            return WRONG_OUTPUT;
        }
        return failed > 0 ? CELL_FAILED : 0;
    }

    /**
     * Checks that every planned fork is accounted for: made, or not made for the reason that ended its cell.
     *
     * @throws IllegalStateException if not, which is a bug
     */
    void requireSum(List<CellEnd> ends) {
        int counted = 0;
        for (CellEnd end : ends) {
            int own = made.getOrDefault(end.cell(), Set.of()).size();
            boolean sound = LEAVING_NONE_OUT.contains(end.reason()) ? own == end.planned() : own < end.planned();
            if (!sound) {
                throw new IllegalStateException("the forks of " + end.cell() + " do not add up: " + own + " made, "
                        + end.planned() + " planned, " + end.reason());
            }
            counted += own;
        }
        if (warmups + twins + repeated + counted != attempts) {
            throw new IllegalStateException("the attempts do not add up: " + attempts + " are not " + warmups
                    + " warm-ups, " + twins + " of the twin, " + repeated + " repeated and " + counted + " others");
        }
    }

    private void takeUp(StoredRun earlier) {
        earlier.forks().forEach(this::count);
        lostBefore = failed + wrong;
        earlier.run().samplerCores().ifPresent(cores -> {
            forkNanos = earlier.forks().stream().mapToDouble(Tally::wallNanos).sum();
            harnessNanos = forkNanos * cores;
        });
    }

    private void count(ForkRecord fork) {
        attempts++;
        lastAttempt = Math.max(lastAttempt, fork.attempt());
        failed += fork.status() == ForkStatus.OK ? 0 : 1;
        wrong += fork.output().filter(OutputCheck::isWrong).isPresent() ? 1 : 0;
        if (fork.isWarmup()) {
            warmups++;
        } else if (fork.twin()) {
            twins++;
        } else if (!made.computeIfAbsent(fork.cell(), cell -> new HashSet<>()).add(fork.fork())) {
            repeated++;
        }
    }

    private static double wallNanos(ForkRecord fork) {
        return fork.process().map(ProcessUsage::wallNanos).orElse(0L);
    }
}
