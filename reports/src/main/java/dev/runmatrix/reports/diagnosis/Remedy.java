// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.FailureSummary;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why forks of a cell failed, as far as the failure itself tells, and what to do.
 *
 * @param confidence how well the cause is established
 * @param cause in one sentence or two
 * @param fix what to change
 * @param measures the numbers in these
 */
record Remedy(Confidence confidence, String cause, Text fix, List<Measure> measures) {

    /** From here on a resident set counts as all of the memory that is granted. */
    private static final double NEARLY_ALL = 0.85;

    static Remedy of(RunFacts run, CellFacts cell, FailureSummary failure) {
        return switch (failure.kind()) {
            case OUT_OF_MEMORY -> outOfHeap(run, cell);
            case KILLED -> killed(run, cell);
            case TIMEOUT ->
                new Remedy(
                        Confidence.UNKNOWN,
                        "No cause established. The limit is "
                                + Units.limit(run.run().spec().protocol().timeout()) + ".",
                        Text.of("Raise ")
                                .code("timeout")
                                .plain(" where that long is expected, or leave the setting out."),
                        List.of());
            case HOOK, NOT_STARTED ->
                new Remedy(
                        Confidence.LIKELY,
                        "The command itself: " + failure.example().message(),
                        Text.of("Run the command by hand, and correct it in the matrix."),
                        List.of());
            case THREW, CRASHED, STALLED, NO_OUTPUT ->
                new Remedy(
                        Confidence.UNKNOWN,
                        "No cause established.",
                        Text.of("Read what the fork wrote; it stands in the folder of the run."),
                        List.of());
        };
    }

    private static Remedy outOfHeap(RunFacts run, CellFacts cell) {
        if (run.run().command(cell.cell()).isPresent()) {
            return new Remedy(
                    Confidence.LIKELY,
                    "The program says so itself; its memory limit is not known here.",
                    Text.of("Give the program more memory. ").plus(fitting(run)),
                    List.of());
        }
        Heap heap = Heap.of(run);
        List<Measure> measures = new ArrayList<>();
        heap.mostBytes()
                .ifPresent(
                        most -> measures.add(Measure.of("heap limit", cell.name(), (double) most, Measure.Unit.BYTES)));
        String size = heap.mostBytes()
                .map(most -> ", " + Memory.forLargest(most).withUnit(most))
                .orElse("");
        Text larger = heap.mostBytes()
                .map(most -> heap.set(2.0 * most, ", at least twice as much, to see what it takes."))
                .orElse(Text.of("Set a larger heap."));
        return new Remedy(
                Confidence.LIKELY,
                "The heap was full at its limit, " + heap.inForce() + size + ".",
                larger.plain(" ").plus(fitting(run)),
                measures);
    }

    private static Remedy killed(RunFacts run, CellFacts cell) {
        long granted = run.run().run().environment().grantedMemoryBytes();
        Optional<Long> rss = cell.cell().peakRssBytes();
        boolean full = rss.filter(bytes -> bytes >= NEARLY_ALL * granted).isPresent();
        if (!full) {
            return new Remedy(
                    Confidence.UNKNOWN,
                    "No cause established. The harness did not do it.",
                    Text.of("Look for who ends processes on this machine."),
                    List.of());
        }
        Memory unit = Memory.forLargest(granted);
        return new Remedy(
                Confidence.LIKELY,
                "Its resident set had grown to " + unit.withUnit(rss.orElseThrow()) + " of the "
                        + unit.withUnit(granted)
                        + " that are granted, where the kernel ends processes.",
                Text.of("Lower the heap or raise the memory limit. ").plus(fitting(run)),
                List.of(
                        Measure.of("peak RSS", cell.name(), (double) rss.orElseThrow(), Measure.Unit.BYTES)
                                .atLeast(NEARLY_ALL * granted),
                        Measure.of("memory granted", cell.name(), (double) granted, Measure.Unit.BYTES)));
    }

    /** The cell to use instead. */
    private static Text fitting(RunFacts run) {
        Optional<CellAnalysis> fits = run.run().standings().fastestFitting();
        return fits.map(cell -> Text.of("Measured here and within the budget: ")
                        .strong(cell.name())
                        .plain(", "
                                + Units.secondsWithUnit(cell.ranked().shown().wallSeconds()) + " in "
                                + Memory.forLargest(cell.rankedRssBytes()).withUnit(cell.rankedRssBytes()) + "."))
                .orElse(Text.of("No cell of this run has a rank within the budget."));
    }
}
