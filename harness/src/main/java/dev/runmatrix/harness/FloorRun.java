// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.floor.FloorPlan;
import dev.runmatrix.harness.floor.HeapFlags;
import dev.runmatrix.harness.floor.Wanted;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.resource.MemoryGroup;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorOutcome;
import dev.runmatrix.harness.result.FloorPurpose;
import dev.runmatrix.harness.result.FloorRecord;
import dev.runmatrix.harness.result.FloorStore;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the attempts that a search for a memory floor asks for, each stored as it ends. */
public final class FloorRun {

    private static final long MEBI = 1L << 20;
    /** A process may need this much longer than its region, whatever its heap. */
    private static final Duration START = Duration.ofSeconds(5);

    /** One that was slow for other programs' sake may well have completed. */
    private static final int PATIENCE = 2;

    private final CellForks forks;
    private final PlannedCell cell;
    private final FloorPlan plan;
    private final Optional<Path> place;
    private final Listener listener;
    private final List<FloorAttempt> attempts = new ArrayList<>();

    /**
     * A search.
     *
     * @param place where groups with a limit are made; absent where the plan asks for none
     */
    public FloorRun(CellForks forks, PlannedCell cell, FloorPlan plan, Optional<Path> place, Listener listener) {
        this.forks = forks;
        this.cell = cell;
        this.plan = plan;
        this.place = place;
        this.listener = listener;
    }

    /**
     * Searches until the answer is known, time is up or a signal comes, and stores what was found until then. A search that a
     * file stopped that cannot be written is stored as interrupted.
     *
     * @param timeIsUp whether no further attempt is to be made
     */
    public FloorRecord execute(FloorStore store, FloorRecord frame, Supplier<Boolean> timeIsUp) throws IOException {
        boolean ended = false;
        try {
            Optional<Wanted> next = plan.next(attempts);
            while (next.isPresent() && !timeIsUp.get()) {
                listener.trying(next.get(), attempts.size(), remaining());
                Optional<FloorAttempt> made = attempt(next.get());
                if (made.isEmpty()) {
                    break;
                }
                store.append(made.get());
                attempts.add(made.get());
                next = plan.next(attempts);
            }
            ended = true;
        } finally {
            RunState state = ended && forks.interruptedWith() == 0 ? RunState.COMPLETE : RunState.INTERRUPTED;
            frame = frame.ended(state, Instant.now(), plan.answer(attempts));
            store.write(frame);
        }
        return frame;
    }

    private Duration remaining() {
        double mean = attempts.stream()
                .flatMap(a -> a.fork().process().stream())
                .mapToLong(ProcessUsage::wallNanos)
                .average()
                .orElse(0);
        return Duration.ofNanos((long) (mean * plan.remaining(attempts)));
    }

    private Optional<FloorAttempt> attempt(Wanted wanted) throws IOException {
        Optional<MemoryGroup> group = wanted.limitMebibytes().isEmpty()
                ? Optional.empty()
                : Optional.of(MemoryGroup.create(
                        place.orElseThrow(), wanted.limitMebibytes().get() * MEBI));
        try {
            return forks.run(cell, trial -> changed(trial, wanted, group)).map(fork -> {
                boolean killed = group.filter(g -> g.kills() > 0).isPresent();
                return judged(wanted, fork, killed);
            });
        } finally {
            if (group.isPresent()) {
                group.get().close();
            }
        }
    }

    private Trial changed(Trial trial, Wanted wanted, Optional<MemoryGroup> group) {
        Trial heaped = trial.withJvmArgs(arguments(wanted));
        Trial placed = group.map(g -> heaped.in(g.processes())).orElse(heaped);
        return longestLife(wanted)
                .filter(longest -> longest.compareTo(trial.protocol().timeout()) < 0)
                .map(longest -> placed.with(trial.protocol().withTimeout(longest)))
                .orElse(placed);
    }

    private List<String> arguments(Wanted wanted) {
        List<String> shipped = plan.flags().map(HeapFlags::shipped).orElse(List.of());
        return wanted.heapMebibytes()
                .flatMap(size -> plan.flags().map(flags -> flags.with(size)))
                .orElse(shipped);
    }

    private Optional<Duration> longestLife(Wanted wanted) {
        return wanted.purpose() == FloorPurpose.SHIPPED
                ? Optional.empty()
                : plan.slowestNanos(attempts).map(nanos -> START.plusNanos(PATIENCE * nanos));
    }

    private FloorAttempt judged(Wanted wanted, ForkRecord fork, boolean killed) {
        FloorAttempt seen = new FloorAttempt(
                FloorAttempt.SCHEMA,
                wanted.purpose(),
                wanted.heapMebibytes(),
                wanted.limitMebibytes(),
                arguments(wanted),
                FloorOutcome.COMPLETED,
                fork);
        FloorOutcome outcome = outcome(seen, killed);
        return new FloorAttempt(
                seen.schema(),
                seen.purpose(),
                seen.heapMebibytes(),
                seen.limitMebibytes(),
                seen.jvmArgs(),
                outcome,
                fork);
    }

    private FloorOutcome outcome(FloorAttempt attempt, boolean killed) {
        Optional<FailureKind> failure = attempt.fork().failure().map(Failure::kind);
        if (failure.isPresent()) {
            return killed ? FloorOutcome.KILLED_FOR_MEMORY : outcome(failure.get());
        }
        if (attempt.fork().output().filter(OutputCheck::isWrong).isPresent()) {
            return FloorOutcome.WRONG_OUTPUT;
        }
        boolean slow = attempt.purpose() != FloorPurpose.SHIPPED
                && plan.slowestNanos(attempts)
                        .filter(most ->
                                attempt.wallNanos().filter(wall -> wall > most).isPresent())
                        .isPresent();
        return slow && !isExcused(attempt) ? FloorOutcome.TOO_SLOW : FloorOutcome.COMPLETED;
    }

    /** Slow, but only as other programs took its processors: it used no more of them itself. */
    private boolean isExcused(FloorAttempt attempt) {
        boolean disturbed = Series.isContaminated(attempt.fork());
        return disturbed
                && plan.mostCpuNanos(attempts)
                        .filter(most ->
                                attempt.cpuNanos().filter(cpu -> cpu <= most).isPresent())
                        .isPresent();
    }

    private static FloorOutcome outcome(FailureKind kind) {
        return switch (kind) {
            case OUT_OF_MEMORY -> FloorOutcome.OUT_OF_MEMORY;
            case TIMEOUT, STALLED -> FloorOutcome.TOO_SLOW;
            case NOT_STARTED -> FloorOutcome.REFUSED;
            case THREW, CRASHED, KILLED, HOOK, NO_OUTPUT -> FloorOutcome.FAILED;
        };
    }

    /** The attempts so far. */
    public List<FloorAttempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Is told what is tried. */
    public interface Listener {

        /**
         * An attempt is about to be made.
         *
         * @param made attempts so far
         * @param remaining about how long the others take; nothing is known of it before the first one
         */
        void trying(Wanted wanted, int made, Duration remaining);
    }
}
