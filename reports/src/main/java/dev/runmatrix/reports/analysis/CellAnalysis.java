// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import java.util.List;
import java.util.Optional;

/**
 * One cell, judged.
 *
 * @param planned the cell
 * @param state what may be said about it
 * @param slots its counted forks in order, as many as planned or more
 * @param numbers what it cost; absent where no fork finished
 * @param failure how its attempts failed; absent where none did
 * @param peakRssBytes greatest resident set of the forks that the numbers rest on, of all attempts where there are no
 *     numbers; absent where none was seen
 * @param outputs what checking its outputs found, those of its twin too
 * @param difference the first difference of an output of it in words; absent where none was found
 */
public record CellAnalysis(
        PlannedCell planned,
        CellState state,
        List<ForkSlot> slots,
        Optional<CellNumbers> numbers,
        Optional<FailureSummary> failure,
        Optional<Long> peakRssBytes,
        OutputSummary outputs,
        Optional<String> difference) {

    /** The axis that names the input. */
    public static final String DATASET = "dataset";

    public CellAnalysis {
        slots = List.copyOf(slots);
        if (state == CellState.RANKED && (numbers.isEmpty() || peakRssBytes.isEmpty())) {
            throw new IllegalArgumentException(planned.name() + " has a rank without numbers");
        }
    }

    public String name() {
        return planned.name();
    }

    /** The input it reads; empty text where the matrix has no such axis. */
    public String dataset() {
        return planned.cell().get(DATASET).orElse("");
    }

    public boolean isRanked() {
        return state == CellState.RANKED;
    }

    /** Whether nothing but its memory, which nobody saw, keeps it from a rank. */
    public boolean lacksMemory() {
        return state == CellState.FEW_FORKS
                && peakRssBytes.isEmpty()
                && numbers.filter(n -> n.n() >= CellAnalyzer.FORKS_FOR_RANK).isPresent();
    }

    /** Whether some output of it was compared with nothing. */
    public boolean isUnchecked() {
        return outputs.count(OutputState.NOT_CHECKED) > 0;
    }

    public int count(ForkOutcome outcome) {
        return (int) slots.stream().filter(s -> s.outcome() == outcome).count();
    }

    /** The attempt whose course is worth seeing: the first failed one of a cell that fails, else the one with the numbers. */
    public Optional<ForkRecord> shownAttempt() {
        Optional<ForkRecord> failed = slots.stream()
                .filter(s -> s.outcome().isFailure())
                .flatMap(s -> s.attempt().stream())
                .findFirst();
        boolean fails = state == CellState.FAILED || state == CellState.TIMED_OUT;
        return failed.filter(a -> fails).or(() -> numbers.map(n -> n.shown().attempt()));
    }

    /** The numbers of a cell that has a rank. */
    public CellNumbers ranked() {
        return numbers.filter(n -> isRanked())
                .orElseThrow(() -> new IllegalStateException(name() + " has no rank but " + state));
    }

    /** The greatest resident set of a cell that has a rank. */
    public long rankedRssBytes() {
        return peakRssBytes
                .filter(r -> isRanked())
                .orElseThrow(() -> new IllegalStateException(name() + " has no rank but " + state));
    }
}
