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
        return CellGroup.together(full, cell -> share(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isFull(RunFacts run, CellFacts cell) {
        return !cell.forks().isEmpty()
                && (share(run, cell) > NEARLY_FULL || cell.holds(fork -> isPaging(run.around(cell, fork))));
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

    private static double granted(RunFacts run) {
        return run.run().run().environment().grantedMemoryBytes();
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double granted = granted(run);
        Memory unit = Memory.forLargest((long) granted);
        List<Measure> measures = new ArrayList<>();
        main.cell()
                .peakRssBytes()
                .ifPresent(rss -> measures.add(Measure.of("peak RSS", main.name(), (double) rss, Measure.Unit.BYTES)
                        .atLeast(NEARLY_FULL * granted)));
        measures.add(Measure.of("memory granted", main.name(), granted, Measure.Unit.BYTES));
        run.around(main, Surroundings::majorFaultsPerSecond)
                .ifPresent(rate ->
                        measures.add(Measure.of("pages read again a second", main.name(), rate, Measure.Unit.COUNT)
                                .atLeast(FAULTS_PER_SECOND)));
        run.around(main, Surroundings::memoryPressure)
                .ifPresent(
                        share -> measures.add(Measure.of("waiting for memory", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(WAITING)));
        String rss = main.cell()
                .peakRssBytes()
                .map(bytes -> unit.withUnit(bytes) + " of " + unit.withUnit((long) granted) + " granted, "
                        + Units.percent(share(run, main)) + " of it (limit " + Units.percent(NEARLY_FULL) + " of it)")
                .orElse("");
        return FindingDraft.of(
                        RuleId.M2,
                        group.names(),
                        Confidence.LIKELY,
                        group.told() + group.verb(" nearly fills", " nearly fill") + " the memory that is granted")
                .seen(Text.of("The peak RSS of " + main.name() + " is " + rss + "; pages read again: "
                        + Units.fixed(
                                run.around(main, Surroundings::majorFaultsPerSecond)
                                        .orElse(0),
                                0)
                        + " a second."))
                .cause("Heap, other memory of the process and the page cache together are too near the limit.")
                .fix(Heap.of(run)
                        .set(HEAP_SHARE * granted)
                        .plain(" or less: " + Units.percent(HEAP_SHARE)
                                + " of the limit leave room for the rest. None measured in this run."))
                .refutedBy("the same wall time with twice the memory granted.")
                .measures(measures)
                .finding();
    }
}
