// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** M1: what is alive nearly fills the heap, so that the collector runs again and again for little. */
final class FullHeap implements Rule {

    private static final double FULL_COLLECTIONS = 2;

    /**
     * Least share of collections that are of the whole heap: so few of the young generation fill what one of them freed. What
     * is in use after the last collection tells less, as dead objects of the old generation still count after one of the
     * young, and what the region was done with does not count after it.
     */
    static final double WHOLE = 0.2;

    /** Fewer are an accident of when the heap grew. */
    private static final double PAUSES = 0.05;

    /** Share of a heap that may live without the collector being at it all the time. */
    static final double COMFORTABLE = 0.6;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> full = run.cells().stream()
                .filter(cell -> cell.holds(FullHeap::isFull))
                .toList();
        return CellGroup.together(full, FullHeap::whole).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isFull(ForkFacts fork) {
        HeapFacts heap = new HeapFacts(fork);
        return heap.fullCollections().filter(count -> count >= FULL_COLLECTIONS).isPresent()
                && heap.wholeShare().filter(share -> share >= WHOLE).isPresent()
                && fork.pauseShare().filter(share -> share >= PAUSES).isPresent();
    }

    private static double whole(CellFacts cell) {
        return cell.median(fork -> new HeapFacts(fork).wholeShare()).orElse(0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double peak = main.median(fork -> new HeapFacts(fork).peakBytes()).orElse(0);
        double most = main.median(fork -> new HeapFacts(fork).maxBytes()).orElse(peak);
        double fulls =
                main.median(fork -> new HeapFacts(fork).fullCollections()).orElse(0);
        double all = main.median(fork -> new HeapFacts(fork).collections()).orElse(0);
        double pauses = main.median(ForkFacts::pauseShare).orElse(0);
        Memory unit = Memory.forLargest((long) most);
        Heap heap = Heap.of(run);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("share of collections of the whole heap", main.name(), whole(main), Measure.Unit.SHARE)
                .atLeast(WHOLE));
        measures.add(Measure.of("collections of the whole heap", main.name(), fulls, Measure.Unit.COUNT)
                .atLeast(FULL_COLLECTIONS));
        measures.add(Measure.of("collections", main.name(), all, Measure.Unit.COUNT));
        measures.add(Measure.of("time in collections", main.name(), pauses, Measure.Unit.SHARE)
                .atLeast(PAUSES));
        measures.add(Measure.of("peak heap", main.name(), peak, Measure.Unit.BYTES));
        measures.add(Measure.of("heap limit", main.name(), most, Measure.Unit.BYTES));
        main.median(fork -> new HeapFacts(fork).liveBytes())
                .ifPresent(live -> measures.add(
                        Measure.of("heap in use after the last collection", main.name(), live, Measure.Unit.BYTES)));
        main.median(ForkFacts::garbageShare)
                .ifPresent(share ->
                        measures.add(Measure.of("CPU share of the collector", main.name(), share, Measure.Unit.SHARE)));
        return FindingDraft.of(
                        RuleId.M1,
                        group.names(),
                        Confidence.LIKELY,
                        "The heap of " + group.told() + " is nearly full, and all of it is collected again and again")
                .seen(Text.of("In " + main.name() + " " + Units.count(Math.round(fulls)) + " of "
                        + Units.counted(Math.round(all), "collection", "collections")
                        + " were of the whole heap, " + Units.percent(whole(main)) + " of them (limit "
                        + Units.percent(WHOLE) + " of them); collections took " + Units.percent(pauses)
                        + " of the wall time (limit " + Units.percent(PAUSES) + " of it). The heap grew to "
                        + unit.withUnit((long) peak) + " of " + unit.withUnit((long) most) + "."))
                .cause("The limit, " + heap.inForce() + ", is too near to what the program keeps.")
                .fix(heap.set(
                        most / COMFORTABLE,
                        ": a heap of which what lives, at most " + unit.withUnit((long) most) + ", is "
                                + Units.percent(COMFORTABLE) + " of it or less. None measured in this run."))
                .evidence("The JVM's own counters of heap and collections, read when the region ended.")
                .refutedBy("a larger heap that changes neither collections nor wall time.")
                .measures(measures)
                .finding();
    }
}
