// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** G1: collecting garbage takes much of the time. */
final class GarbageBound implements Rule {

    /** A healthy run of the shipped young generation of 8 MB spends 3 to 15 % of its wall time in collections. */
    private static final double PAUSES = 0.20;

    private static final double CPU = 0.20;

    /**
     * From so many collections of the whole heap on, if they are no small part of all, its size is the cause and not that of
     * its young generation.
     */
    private static final double FULL_COLLECTIONS = 2;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> bound = run.cells().stream()
                .filter(cell -> cell.holds(GarbageBound::isBound))
                .toList();
        return CellGroup.of(bound, GarbageBound::isWhole, GarbageBound::weight).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    /** In a fork that is hardly under way, the few collections of its first moments are no sign of a small heap. */
    private static boolean isBound(ForkFacts fork) {
        boolean much = fork.pauseShare().filter(share -> share > PAUSES).isPresent()
                || fork.garbageShare().filter(share -> share > CPU).isPresent();
        return much && !StartUpBound.isBound(fork);
    }

    private static OptionalDouble pauses(CellFacts cell) {
        return cell.median(ForkFacts::pauseShare);
    }

    private static OptionalDouble garbage(CellFacts cell) {
        return cell.median(ForkFacts::garbageShare);
    }

    /** By how much it is bound, to tell of the cell where it is most. */
    private static double weight(CellFacts cell) {
        return pauses(cell).orElse(garbage(cell).orElse(0));
    }

    private static OptionalDouble fulls(CellFacts cell) {
        return cell.median(fork -> new HeapFacts(fork).fullCollections());
    }

    private static boolean isWhole(CellFacts cell) {
        return fulls(cell).orElse(0) >= FULL_COLLECTIONS
                && cell.median(fork -> new HeapFacts(fork).wholeShare()).orElse(0) >= FullHeap.WHOLE;
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        return FindingDraft.of(RuleId.G1, group.names(), Confidence.LIKELY, title(group))
                .seen(seen(main))
                .cause(cause(run, main))
                .fix(fix(run, main))
                .evidence(evidence(main))
                .refutedBy("a larger heap that leaves the time in collections as it is.")
                .measures(measures(main))
                .finding();
    }

    /** By the share that is beyond its limit, of the two that of the wall time. */
    private static String title(CellGroup group) {
        CellFacts main = group.main();
        boolean byWall = pauses(main).orElse(0) > PAUSES || garbage(main).isEmpty();
        return "Collecting garbage takes "
                + (byWall
                        ? Units.percent(pauses(main).orElse(0)) + " of the wall time of "
                        : Units.percent(garbage(main).orElse(0)) + " of the CPU time of ")
                + main.name()
                + (group.cells().size() == 1
                        ? ""
                        : ", and much of that of " + (group.cells().size() - 1) + " more");
    }

    private static String evidence(CellFacts main) {
        String threads = "the processor time of the threads that collect.";
        if (pauses(main).isEmpty()) {
            return Wording.capitalised(threads);
        }
        return "The JVM's own counters of collections" + (garbage(main).isPresent() ? ", and " + threads : ".");
    }

    private static Text seen(CellFacts main) {
        List<String> parts = new ArrayList<>();
        pauses(main)
                .ifPresent(share -> parts.add(Units.percent(share) + " of the wall time in collections (limit "
                        + Units.percent(PAUSES) + " of it)"));
        garbage(main)
                .ifPresent(share -> parts.add(Units.percent(share) + " of CPU seconds"
                        + (parts.isEmpty() ? " in collections" : "") + " (limit " + Units.percent(CPU) + " of them)"));
        main.median(fork -> new HeapFacts(fork).collections())
                .ifPresent(count -> parts.add(Units.counted(Math.round(count), "collection", "collections")));
        fulls(main).ifPresent(count -> parts.add(Units.count(Math.round(count)) + " of them of the whole heap"));
        return Text.of("In " + main.name() + ": " + String.join(", ", parts) + ".");
    }

    private static String cause(RunFacts run, CellFacts main) {
        if (run.run().command(main.cell()).isPresent()) {
            return "Consistent with a heap that is small for how much the program allocates; its limit is not known here.";
        }
        String limit = Heap.of(run).inForce();
        if (fulls(main).isEmpty()) {
            return "Consistent with a heap, " + limit + ", that is small for how much the program allocates.";
        }
        return isWhole(main)
                ? "The heap, " + limit + ", is so small that all of it is collected again and again."
                : "Many collections of the young generation, and hardly any of the whole heap: consistent with a young "
                        + "generation that is small for how much the program allocates.";
    }

    private static Text fix(RunFacts run, CellFacts main) {
        Heap heap = Heap.of(run);
        OptionalDouble live = main.median(fork -> new HeapFacts(fork).liveBytes());
        OptionalDouble most = main.median(fork -> new HeapFacts(fork).maxBytes());
        if (fulls(main).isPresent() && !isWhole(main)) {
            return Text.of("Enlarge the young generation, ")
                    .code("-Xmn")
                    .plain(" in ")
                    .code("jvm_args")
                    .plain(", or allocate less. None measured in this run.");
        }
        if (run.run().command(main.cell()).isPresent()) {
            return Text.of("Enlarge the heap of the program, or allocate less. None measured in this run.");
        }
        double least = Math.max(live.orElse(0) / FullHeap.COMFORTABLE, 2 * most.orElse(0));
        return least > 0
                ? heap.set(least, ". None measured in this run.")
                : Text.of("Enlarge the heap of the program, or allocate less. None measured in this run.");
    }

    private static List<Measure> measures(CellFacts main) {
        List<Measure> measures = new ArrayList<>();
        pauses(main)
                .ifPresent(
                        share -> measures.add(Measure.of("time in collections", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(PAUSES)));
        garbage(main)
                .ifPresent(share ->
                        measures.add(Measure.of("CPU share of the collector", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(CPU)));
        main.median(fork -> new HeapFacts(fork).collections())
                .ifPresent(count -> measures.add(Measure.of("collections", main.name(), count, Measure.Unit.COUNT)));
        fulls(main)
                .ifPresent(count -> measures.add(
                        Measure.of("collections of the whole heap", main.name(), count, Measure.Unit.COUNT)));
        main.median(fork -> new HeapFacts(fork).liveBytes())
                .ifPresent(live -> measures.add(Measure.of("live heap", main.name(), live, Measure.Unit.BYTES)));
        main.median(fork -> new HeapFacts(fork).maxBytes())
                .ifPresent(most -> measures.add(Measure.of("heap limit", main.name(), most, Measure.Unit.BYTES)));
        return measures;
    }
}
