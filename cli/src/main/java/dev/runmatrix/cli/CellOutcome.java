// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.OutputWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One cell of a run that has ended: whether it gave a result, and which.
 *
 * @param planned the cell
 * @param state what may be said about it
 * @param setting its axes that have an effect, {@code mode=streaming max_workers=4}
 * @param sentence what came of it
 * @param numbers what it cost; absent where no fork ended well
 * @param peakRssBytes greatest resident set; absent where none was seen
 * @param forks counted forks that were planned or made
 * @param seconds how long all of its forks took together, warm-ups too; absent where none was started
 */
record CellOutcome(
        PlannedCell planned,
        CellState state,
        String setting,
        String sentence,
        Optional<CellNumbers> numbers,
        Optional<Long> peakRssBytes,
        int forks,
        Optional<Double> seconds) {

    /** All cells of a run, in the order of its plan. */
    static List<CellOutcome> of(RunAnalysis run) {
        return run.cells().stream().map(cell -> of(run, cell)).toList();
    }

    private static CellOutcome of(RunAnalysis run, CellAnalysis cell) {
        return new CellOutcome(
                cell.planned(),
                cell.state(),
                setting(cell.planned()),
                sentence(cell),
                cell.numbers(),
                cell.peakRssBytes(),
                cell.slots().size(),
                seconds(run.attempts(cell.planned())));
    }

    String name() {
        return planned.name();
    }

    /** Whether forks of it ended without a result or with a wrong one. */
    boolean isBroken() {
        return state == CellState.FAILED || state == CellState.TIMED_OUT || state == CellState.WRONG_OUTPUT;
    }

    /** Whether no fork of it ended. */
    boolean isMissing() {
        return state == CellState.NOT_RUN;
    }

    static String setting(PlannedCell planned) {
        return planned.cell().axes().entrySet().stream()
                .filter(axis -> !planned.ignored().contains(axis.getKey()))
                .map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Optional<Double> seconds(List<ForkRecord> attempts) {
        List<Long> walls = attempts.stream()
                .flatMap(attempt -> attempt.process().stream())
                .map(process -> process.wallNanos())
                .toList();
        return walls.isEmpty()
                ? Optional.empty()
                : Optional.of(walls.stream().mapToLong(Long::longValue).sum() / 1e9);
    }

    private static String sentence(CellAnalysis cell) {
        return switch (cell.state()) {
            case WRONG_OUTPUT -> "wrong output: " + cell.difference().orElse("other rows");
            case FAILED, TIMED_OUT ->
                cell.failure()
                        .map(failure -> failure.failed() + " of " + failure.attempts()
                                + (failure.attempts() == 1 ? " fork" : " forks") + " failed: "
                                + failure.example().message())
                        .orElse("failed");
            case NOT_RUN -> "no fork of it ended";
            case RANKED, FEW_FORKS, CONTAMINATED -> measured(cell);
        };
    }

    private static String measured(CellAnalysis cell) {
        String numbers = cell.numbers()
                .map(n -> String.format(
                        Locale.ROOT,
                        "wall %.3f s (%.3f to %.3f), CPU %.3f s, %d %s",
                        n.shown().wallSeconds(),
                        n.wallRange().low(),
                        n.wallRange().high(),
                        n.shown().cpuSeconds(),
                        n.n(),
                        n.n() == 1 ? "fork" : "forks"))
                .orElse("no fork ended");
        String memory = cell.peakRssBytes()
                .map(bytes -> ", peak RSS " + Amounts.bytes(bytes))
                .orElse("");
        String output = OutputWords.of(cell);
        return numbers + memory + (output.isEmpty() ? "" : "; output " + output);
    }
}
