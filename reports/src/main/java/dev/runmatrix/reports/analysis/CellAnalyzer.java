// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges cells one by one. */
final class CellAnalyzer {

    /** Fewest clean forks for a rank. */
    static final int FORKS_FOR_RANK = 4;

    private final Map<String, List<ForkRecord>> written;
    private final ForkLedger ledger;
    private final OutputJudge outputs;
    private final WallClock clock;

    CellAnalyzer(StoredRun stored, ForkLedger ledger, WallClock clock) {
        this.written = stored.forks().stream().collect(Collectors.groupingBy(ForkRecord::cell));
        this.ledger = ledger;
        this.outputs = new OutputJudge(stored);
        this.clock = clock;
    }

    CellAnalysis analyze(PlannedCell planned) {
        List<ForkSlot> slots = ledger.slots().getOrDefault(planned.name(), List.of());
        List<ForkRecord> attempts = ledger.attempts().getOrDefault(planned.name(), List.of());
        Optional<FailureSummary> failure = FailureSummary.of(judged(slots, attempts));
        // A twin is the same program on the same input: what it writes wrong, the cell may write wrong.
        List<ForkRecord> writing = written.getOrDefault(planned.name(), List.of());
        OutputSummary found = outputs.summary(writing);
        CellState state = found.wrong() > 0 ? CellState.WRONG_OUTPUT : state(slots, failure);
        Optional<CellNumbers> numbers = numbers(slots, state);
        List<ForkRecord> weighed = numbers.map(
                        n -> n.forks().stream().map(ForkTimes::attempt).toList())
                .filter(forks -> state != CellState.FAILED && state != CellState.TIMED_OUT)
                .orElse(attempts);
        Optional<String> difference = writing.stream()
                .flatMap(a -> a.output().stream())
                .flatMap(o -> o.difference().stream())
                .findFirst();
        return new CellAnalysis(planned, state, slots, numbers, failure, greatestRss(weighed), found, difference);
    }

    /** Attempts whose failures count: the counted ones, or the warm-up where it was the only one. */
    private static List<ForkRecord> judged(List<ForkSlot> slots, List<ForkRecord> attempts) {
        List<ForkRecord> counted =
                slots.stream().flatMap(s -> s.attempt().stream()).toList();
        return counted.isEmpty() ? attempts : counted;
    }

    private CellState state(List<ForkSlot> slots, Optional<FailureSummary> failure) {
        if (failure.isPresent()) {
            return switch (failure.get().kind()) {
                case TIMEOUT, STALLED -> CellState.TIMED_OUT;
                default -> CellState.FAILED;
            };
        }
        int clean = measurable(slots, ForkOutcome.CLEAN);
        int contaminated = measurable(slots, ForkOutcome.CONTAMINATED);
        if (clean + contaminated == 0) {
            return CellState.NOT_RUN;
        }
        if (clean >= FORKS_FOR_RANK && hasRss(slots)) {
            return CellState.RANKED;
        }
        return contaminated > 0 ? CellState.CONTAMINATED : CellState.FEW_FORKS;
    }

    private int measurable(List<ForkSlot> slots, ForkOutcome outcome) {
        return times(slots, outcome).size();
    }

    private static boolean hasRss(List<ForkSlot> slots) {
        return slots.stream()
                .filter(s -> s.outcome() == ForkOutcome.CLEAN)
                .flatMap(s -> s.attempt().stream())
                .flatMap(a -> a.process().stream())
                .anyMatch(p -> p.peakRssBytes().isPresent());
    }

    private Optional<CellNumbers> numbers(List<ForkSlot> slots, CellState state) {
        List<ForkTimes> clean = times(slots, ForkOutcome.CLEAN);
        if (state == CellState.RANKED || state == CellState.FEW_FORKS) {
            return Optional.of(new CellNumbers(clean, false));
        }
        ForkOutcome[] finished = {ForkOutcome.CLEAN, ForkOutcome.CONTAMINATED, ForkOutcome.WRONG_OUTPUT};
        List<ForkTimes> all = times(slots, finished);
        return all.isEmpty() ? Optional.empty() : Optional.of(new CellNumbers(all, true));
    }

    private List<ForkTimes> times(List<ForkSlot> slots, ForkOutcome... outcomes) {
        return slots.stream()
                .filter(s -> List.of(outcomes).contains(s.outcome()))
                .flatMap(s -> s.attempt().stream())
                .flatMap(a -> times(a).stream())
                .toList();
    }

    private Optional<ForkTimes> times(ForkRecord attempt) {
        return clock.wallSeconds(attempt)
                .filter(wall -> wall > 0)
                .flatMap(wall -> clock.cpuSeconds(attempt).map(cpu -> new ForkTimes(attempt, wall, cpu)));
    }

    private static Optional<Long> greatestRss(List<ForkRecord> attempts) {
        return attempts.stream()
                .flatMap(a -> a.process().stream())
                .flatMap(p -> p.peakRssBytes().stream())
                .max(Long::compare);
    }
}
