// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** M1: what is alive nearly fills the heap, so that the collector runs again and again for little. */
final class FullHeap implements Rule {

    private static final double NEARLY_FULL = 0.85;

    /** After a collection of the young generation alone, dead objects of the old one still count as alive. */
    private static final double FULL_COLLECTIONS = 2;

    /** Share of a heap that may live without the collector being at it all the time. */
    static final double COMFORTABLE = 0.6;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> full = run.cells().stream()
                .filter(cell -> cell.holds(FullHeap::isFull))
                .toList();
        return CellGroup.together(full, FullHeap::live).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isFull(ForkFacts fork) {
        HeapFacts heap = new HeapFacts(fork);
        return heap.fullCollections().filter(count -> count >= FULL_COLLECTIONS).isPresent()
                && heap.liveShare().filter(share -> share >= NEARLY_FULL).isPresent();
    }

    private static double live(CellFacts cell) {
        return cell.median(fork -> new HeapFacts(fork).liveShare()).orElse(0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double live = main.median(fork -> new HeapFacts(fork).liveBytes()).orElse(0);
        double most = main.median(fork -> new HeapFacts(fork).maxBytes()).orElse(0);
        double fulls =
                main.median(fork -> new HeapFacts(fork).fullCollections()).orElse(0);
        double pauses = main.median(ForkFacts::pauseShare).orElse(0);
        Memory unit = Memory.forLargest((long) most);
        Heap heap = Heap.of(run);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("live share of the heap", main.name(), live(main), Measure.Unit.SHARE)
                .atLeast(NEARLY_FULL));
        measures.add(Measure.of("live heap", main.name(), live, Measure.Unit.BYTES));
        measures.add(Measure.of("heap limit", main.name(), most, Measure.Unit.BYTES));
        measures.add(Measure.of("collections of the whole heap", main.name(), fulls, Measure.Unit.COUNT)
                .atLeast(FULL_COLLECTIONS));
        measures.add(Measure.of("time in collections", main.name(), pauses, Measure.Unit.SHARE));
        return Draft.of(
                        RuleId.M1,
                        group.names(),
                        Confidence.LIKELY,
                        "The heap of " + group.told() + group.verb(" is", " are")
                                + " nearly full after its collections")
                .seen(Text.of("In " + main.name() + " " + unit.withUnit((long) live) + " of "
                        + unit.withUnit((long) most) + " live after the last collection, " + Units.percent(live(main))
                        + " of the heap (limit " + Units.percent(NEARLY_FULL) + " of it); "
                        + Units.counted(Math.round(fulls), "collection", "collections")
                        + " of the whole heap; collections took " + Units.percent(pauses) + " of the wall time."))
                .cause("The limit, " + heap.inForce() + ", is too near to what the program keeps.")
                .fix(heap.set(live / COMFORTABLE)
                        .plain(", of which what lives is " + Units.percent(COMFORTABLE)
                                + " of the heap. None measured in this run."))
                .evidence("The JVM's own counters of heap and collections, read when the region ended.")
                .refutedBy("a larger heap that changes neither collections nor wall time.")
                .measures(measures)
                .finding();
    }
}
