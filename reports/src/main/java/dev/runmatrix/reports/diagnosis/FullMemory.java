// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** M2: the resident set nearly fills the memory that is granted, or pages of it are read again and again. */
final class FullMemory implements Rule {

    private static final double NEARLY_FULL = 0.9;
    private static final double FAULTS_PER_SECOND = 100;
    private static final double WAITING = 0.05;
    private static final double HEAP_SHARE = 0.75;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> full =
                run.cells().stream().filter(cell -> isFull(run, cell)).toList();
        return CellGroup.of(full, cell -> isNearlyFull(run, cell), cell -> share(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isFull(RunFacts run, CellFacts cell) {
        return !cell.forks().isEmpty()
                && (isNearlyFull(run, cell) || cell.holds(fork -> isPaging(run.around(cell, fork))));
    }

    private static boolean isPaging(Surroundings around) {
        return around.majorFaultsPerSecond()
                        .filter(rate -> rate > FAULTS_PER_SECOND)
                        .isPresent()
                && around.memoryPressure().filter(share -> share > WAITING).isPresent();
    }

    private static double share(RunFacts run, CellFacts cell) {
        return cell.cell().peakRssBytes().map(bytes -> bytes / granted(run)).orElse(0.0);
    }

    private static boolean isNearlyFull(RunFacts run, CellFacts cell) {
        return share(run, cell) > NEARLY_FULL;
    }

    private static double granted(RunFacts run) {
        return run.run().run().environment().grantedMemoryBytes();
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double granted = granted(run);
        List<Measure> measures = new ArrayList<>();
        main.cell()
                .peakRssBytes()
                .map(rss -> Measure.of("peak RSS", main.name(), (double) rss, Measure.Unit.BYTES))
                .map(rss -> isNearlyFull(run, main) ? rss.atLeast(NEARLY_FULL * granted) : rss)
                .ifPresent(measures::add);
        measures.add(Measure.of("memory granted", main.name(), granted, Measure.Unit.BYTES));
        run.around(main, Surroundings::majorFaultsPerSecond)
                .ifPresent(rate ->
                        measures.add(Measure.of("pages read again a second", main.name(), rate, Measure.Unit.COUNT)
                                .atLeast(FAULTS_PER_SECOND)));
        run.around(main, Surroundings::memoryPressure)
                .ifPresent(
                        share -> measures.add(Measure.of("waiting for memory", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(WAITING)));
        return FindingDraft.of(RuleId.M2, group.names(), Confidence.LIKELY, title(run, group))
                .seen(seen(run, main))
                .cause(
                        isNearlyFull(run, main)
                                ? "Heap, other memory of the process and the page cache together are too near the limit."
                                : "Memory is short around the process: what was given up of it is read again.")
                .fix(fix(run, main))
                .refutedBy("the same wall time with twice the memory granted.")
                .measures(measures)
                .finding();
    }

    private static String title(RunFacts run, CellGroup group) {
        return isNearlyFull(run, group.main())
                ? group.told() + group.verb(" nearly fills", " nearly fill") + " the memory that is granted"
                : group.told() + group.verb(" waits", " wait") + " for memory, of which pages are read again and again";
    }

    private static Text seen(RunFacts run, CellFacts main) {
        double granted = granted(run);
        Memory unit = Memory.forLargest((long) granted);
        String limit = isNearlyFull(run, main) ? " (limit " + Units.percent(NEARLY_FULL) + " of it)" : "";
        List<String> parts = new ArrayList<>();
        main.cell()
                .peakRssBytes()
                .ifPresent(bytes -> parts.add("the peak RSS is " + unit.withUnit(bytes) + " of "
                        + unit.withUnit((long) granted) + " granted, " + Units.percent(share(run, main)) + " of it"
                        + limit));
        run.around(main, Surroundings::majorFaultsPerSecond)
                .ifPresent(rate -> parts.add("pages read again: " + Units.fixed(rate, 0) + " a second"));
        run.around(main, Surroundings::memoryPressure)
                .ifPresent(share ->
                        parts.add("something waited for memory for " + Units.percent(share) + " of the wall time"));
        return Text.of("In " + main.name() + " " + String.join("; ", parts) + ".");
    }

    /** A smaller heap helps where the heap is what may fill the memory. */
    private static Text fix(RunFacts run, CellFacts main) {
        Heap heap = Heap.of(run);
        boolean larger = heap.mostBytes()
                .filter(most -> most > HEAP_SHARE * granted(run))
                .isPresent();
        boolean own = run.run().command(main.cell()).isEmpty();
        return own && larger
                ? heap.set(
                        HEAP_SHARE * granted(run),
                        " or less: " + Units.percent(HEAP_SHARE)
                                + " of the limit leave room for the rest. None measured in this run.")
                : Text.of("Raise the memory limit, or let the program hold less. None measured in this run.");
    }
}
