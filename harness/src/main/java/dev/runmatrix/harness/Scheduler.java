// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Schedule;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.matrix.Turn;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.Sitting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides fork by fork what a run makes next. What it decides depends on the plan, the seed and the forks made so far
 * alone, so that a run that is taken up again goes on as it would have. It knows no clock and compares no cells.
 */
final class Scheduler {

    private final Protocol protocol;
    private final Schedule schedule;
    private final Targets targets;
    private final Map<Turn, Series> series = new LinkedHashMap<>();
    private final Optional<Turn> twinned;
    private final Optional<Turn> twin;
    private final Deque<ScheduledFork> queue = new ArrayDeque<>();
    private final List<ScheduledFork> disturbed = new ArrayList<>();
    private final int roundsBefore;
    private boolean warmed;

    /**
     * A scheduler for the latest sitting of a run.
     *
     * @param run the frame of the run, with this sitting in it
     * @param made every attempt of earlier sittings, in order
     */
    Scheduler(RunRecord run, List<ForkRecord> made) {
        Plan plan = run.plan();
        this.protocol = run.spec().protocol();
        this.schedule = Schedule.of(plan, protocol, run.seed());
        plan.cells().forEach(cell -> series(new Turn(cell.name(), false)));
        this.twinned = plan.twinned().map(cell -> new Turn(cell.name(), false));
        this.twin = twinned.filter(cell -> protocol.twin()).map(cell -> new Turn(cell.cell(), true));
        twin.ifPresent(this::series);
        Optional<Sitting> adding = run.sittings().stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.APPEND)
                .reduce((first, second) -> second);
        Sitting.Kind now = run.sittings().get(run.sittings().size() - 1).kind();
        List<String> names = plan.cells().stream().map(cell -> cell.name()).toList();
        this.targets = new Targets(protocol.looks(), protocol.maxFailures(), now, adding, names);
        this.roundsBefore = learn(made, adding.map(Sitting::firstAttempt).orElse(Integer.MAX_VALUE));
        if (protocol.repeats() > 0) {
            disturbed.addAll(unrepeated(made));
        }
    }

    /** The next fork; empty when nothing is left to do. Its record must be {@link #made} before the next call. */
    Optional<ScheduledFork> next() {
        if (queue.isEmpty()) {
            refill();
        }
        return Optional.ofNullable(queue.pollFirst());
    }

    /** Takes in what became of a fork. */
    void made(ScheduledFork fork, ForkRecord record) {
        series(new Turn(fork.cell(), fork.twin())).add(record);
        if (!fork.isWarmup() && !fork.repeat() && protocol.repeats() > 0 && Series.isContaminated(record)) {
            disturbed.add(fork.again());
        }
    }

    /** Whether a round and its repeats are over: the moment to look. */
    boolean isBetweenRounds() {
        return queue.isEmpty() && disturbed.isEmpty();
    }

    /** The forks that are certain to come, as far as is known now, round by round. */
    List<ScheduledFork> ahead() {
        List<ScheduledFork> ahead = new ArrayList<>(queue.isEmpty() ? disturbed : queue);
        if (!warmed) {
            ahead.addAll(missingWarmups());
        }
        int begun = queue.stream().mapToInt(ScheduledFork::round).max().orElse(0);
        List<ScheduledFork> later = new ArrayList<>();
        forEachWanted((each, target) -> {
            for (int number = each.next(); number <= target; number++) {
                if (round(each, number) > begun) {
                    later.add(new ScheduledFork(each.cell(), number, round(each, number), each.isTwin(), false));
                }
            }
        });
        later.sort(Comparator.comparingInt(ScheduledFork::round));
        ahead.addAll(later);
        return ahead;
    }

    /** How long a fork of this cell lives; empty where none was seen yet. */
    OptionalDouble usualLifeNanos(ScheduledFork fork) {
        OptionalDouble own = series(new Turn(fork.cell(), fork.twin())).usualLifeNanos();
        return own.isPresent() ? own : series(new Turn(fork.cell(), false)).usualLifeNanos();
    }

    /**
     * What ended each cell, in the order of the plan.
     *
     * @param stopped what stopped the run; absent where it came to its end
     * @param before what ended the cells at the end of the sitting before; of use for cells that this one leaves alone
     */
    List<CellEnd> ends(Optional<CellEnd.Reason> stopped, List<CellEnd> before) {
        Map<String, CellEnd> known = new HashMap<>();
        before.forEach(end -> known.put(end.cell(), end));
        int others = targetOfOthers();
        return series.values().stream()
                .filter(each -> !each.isTwin())
                .map(each -> targets.of(each) == 0
                        ? Optional.ofNullable(known.get(each.cell())).orElseGet(() -> leftAlone(each))
                        : targets.end(each, stopped, target(each, others)))
                .toList();
    }

    /** The cells that have ended by now, by what ended them. */
    List<CellEnd> ended() {
        int others = targetOfOthers();
        return series.values().stream()
                .filter(each -> !each.isTwin() && targets.of(each) > 0)
                .filter(each -> targets.isFailing(each) || each.next() > target(each, others))
                .map(each -> targets.end(each, Optional.empty(), target(each, others)))
                .toList();
    }

    private CellEnd leftAlone(Series each) {
        return targets.end(each, Optional.empty(), targets.lookedFor(each));
    }

    private int learn(List<ForkRecord> made, int firstAdded) {
        int rounds = 0;
        boolean adding = false;
        for (ForkRecord fork : made) {
            if (!adding && fork.attempt() >= firstAdded) {
                startAdding();
                adding = true;
            }
            rounds = adding ? rounds : Math.max(rounds, fork.round());
            series(new Turn(fork.cell(), fork.twin())).add(fork);
        }
        if (!adding && firstAdded < Integer.MAX_VALUE) {
            startAdding();
        }
        return rounds;
    }

    /** The disturbed forks whose repeat the sitting before did not come to, as far as this one makes forks like them. */
    private List<ScheduledFork> unrepeated(List<ForkRecord> made) {
        Map<ScheduledFork, ForkRecord> first = new LinkedHashMap<>();
        for (ForkRecord fork : made) {
            ScheduledFork again = new ScheduledFork(fork.cell(), fork.fork(), fork.round(), fork.twin(), true);
            if (first.putIfAbsent(again, fork) != null) {
                first.remove(again);
            }
        }
        first.entrySet().removeIf(fork -> fork.getKey().isWarmup() || !Series.isContaminated(fork.getValue()));
        return first.keySet().stream().filter(this::isOfThisSitting).toList();
    }

    private boolean isOfThisSitting(ScheduledFork fork) {
        Series cell = series(new Turn(fork.cell(), false));
        return targets.of(cell) > 0
                && fork.fork() > series(new Turn(fork.cell(), fork.twin())).base();
    }

    private void startAdding() {
        series.values().stream().filter(each -> targets.addsTo(each.cell())).forEach(Series::startAdding);
    }

    private void refill() {
        if (!warmed) {
            queue.addAll(missingWarmups());
            warmed = true;
        }
        if (queue.isEmpty()) {
            queue.addAll(nextRound());
            if (isAfterRepeats()) {
                queue.clear();
                queue.addAll(disturbed);
                disturbed.clear();
            }
        }
    }

    /** Repeats end the round of the forks that they repeat; a run that is taken up again may lack some of both. */
    private boolean isAfterRepeats() {
        return !disturbed.isEmpty()
                && (queue.isEmpty()
                        || queue.getFirst().round()
                                != disturbed.get(disturbed.size() - 1).round());
    }

    private List<ScheduledFork> missingWarmups() {
        Map<String, Integer> there = new HashMap<>();
        List<ScheduledFork> missing = new ArrayList<>();
        for (Turn turn : schedule.warmups()) {
            Series each = series(turn);
            int passed = there.merge(turn.cell(), 1, Integer::sum);
            if (passed > each.warmups() && targets.wants(each)) {
                missing.add(new ScheduledFork(turn.cell(), 0, 0));
            }
        }
        return missing;
    }

    /** One fork of each cell that wants one and is not ahead of another. */
    private List<ScheduledFork> nextRound() {
        Map<Turn, ScheduledFork> due = new HashMap<>();
        forEachWanted((each, target) -> {
            Turn turn = new Turn(each.cell(), each.isTwin());
            due.put(turn, new ScheduledFork(turn.cell(), each.next(), round(each, each.next()), turn.twin(), false));
        });
        int round = due.values().stream().mapToInt(ScheduledFork::round).min().orElse(0);
        return due.isEmpty()
                ? List.of()
                : schedule.round(round).stream()
                        .flatMap(turn -> Optional.ofNullable(due.get(turn)).stream())
                        .filter(fork -> fork.round() == round)
                        .toList();
    }

    private void forEachWanted(WantedSeries action) {
        int others = targetOfOthers();
        for (Series each : series.values()) {
            int target = target(each, others);
            if (each.next() <= target && !targets.isFailing(each)) {
                action.accept(each, target);
            }
        }
    }

    /** The cell of the A/A pair is measured for as long as any other one is, as that is what the others stand beside. */
    private int target(Series each, int others) {
        if (targets.isFailing(each)) {
            return targets.of(each);
        }
        if (each.isTwin()) {
            Series cell = series(new Turn(each.cell(), false));
            return targets.isFailing(cell) ? each.most() : targetOfTwin(each, cell, others);
        }
        boolean keepsOn =
                twinned.filter(turn -> turn.cell().equals(each.cell())).isPresent() && targets.of(each) > 0;
        return keepsOn && !targets.addsTo(each.cell()) ? Math.max(targets.of(each), others) : targets.of(each);
    }

    private int targetOfTwin(Series each, Series cell, int others) {
        return targets.addsTo(cell.cell()) ? targets.of(each) : target(cell, others);
    }

    private int targetOfOthers() {
        return series.values().stream()
                .filter(each -> !each.isTwin() && !targets.addsTo(each.cell()))
                .filter(each ->
                        twinned.filter(turn -> turn.cell().equals(each.cell())).isEmpty())
                .filter(targets::wants)
                .mapToInt(targets::of)
                .max()
                .orElse(0);
    }

    private int round(Series each, int number) {
        boolean isAdded = targets.addsTo(each.cell()) && number > each.base();
        return isAdded ? roundsBefore + number - each.base() : number;
    }

    private Series series(Turn turn) {
        return series.computeIfAbsent(turn, t -> new Series(t.cell(), t.twin()));
    }

    /** Takes a series that is to have more forks, and the number of the last of them. */
    private interface WantedSeries {
        void accept(Series series, int target);
    }
}
