// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.Map;

/** Numbers of what is told of heaps, collections and resident sets. */
final class MemoryNumbers {

    static final Map<RuleId, Recomputation> RULES = Map.of(
            RuleId.M1, MemoryNumbers::heap,
            RuleId.M2, MemoryNumbers::full,
            RuleId.G1, MemoryNumbers::garbage,
            RuleId.T1, MemoryNumbers::modes);

    private static final String[] NONE = {};
    private static final String FULL = "/region/detail/full_collections";
    private static final String ALL = "/region/gc_count";
    private static final String LIVE = "/region/detail/live_heap_bytes";
    private static final String LIMIT = "/jvm/max_heap_bytes";

    private MemoryNumbers() {}

    /** Of {@code -Xmx24m}. */
    static double bytes(String flag) {
        int unit = "kmg".indexOf(flag.charAt(flag.length() - 1)) + 1;
        return Long.parseLong(flag.substring(4, flag.length() - 1)) * Math.pow(1024, unit);
    }

    /** Megabytes of a heap, in steps of 64. */
    static String steps(double bytes) {
        return Printed.fixed(Math.ceil(bytes / (64 << 20)) * 64, 0);
    }

    private static double whole(RecordedCell cell) {
        return cell.median(f -> f.at(FULL) / f.at(ALL));
    }

    private static void heap(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), MemoryNumbers::whole);
        double pauses = cell.median(RecordedFork::pauses);
        double limit = cell.median(f -> f.at(LIMIT));
        double peak = cell.median(f -> f.at("/region/peak_heap_bytes"));

        told.of(cell)
                .quoting(run.flag("-Xmx"))
                .seen(
                        Printed.count(cell.median(f -> f.at(FULL))),
                        Printed.count(cell.median(f -> f.at(ALL))),
                        Printed.percent(whole(cell)),
                        "20\u00a0%",
                        Printed.percent(pauses),
                        "5.0\u00a0%",
                        Printed.memory(peak, limit),
                        Printed.memory(limit, limit))
                .fix(steps(limit / 0.6), Printed.memory(limit, limit), "60\u00a0%")
                .measure("share of collections of the whole heap", cell, whole(cell), 0.2)
                .measure("collections of the whole heap", cell, cell.median(f -> f.at(FULL)), 2)
                .measure("collections", cell, cell.median(f -> f.at(ALL)))
                .measure("time in collections", cell, pauses, 0.05)
                .measure("peak heap", cell, peak)
                .measure("heap limit", cell, limit)
                .measure("heap in use after the last collection", cell, cell.median(f -> f.at(LIVE)))
                .measure("CPU share of the collector", cell, cell.median(f -> f.share("garbage")));
    }

    private static void full(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), RecordedCell::peakRss);
        double granted = run.run().at("/environment/granted_memory_bytes").asDouble();
        double faults = cell.median(f -> f.at("/noise/major_faults") / f.life());
        double waiting = cell.median(f -> f.shareOfLife("/noise/pressure/memory_nanos"));

        told.of(cell)
                .quoting(run.flag("-Xmx"))
                .seen(
                        Printed.memory(cell.peakRss(), granted),
                        Printed.memory(granted, granted),
                        Printed.percent(cell.peakRss() / granted),
                        "90\u00a0%",
                        Printed.fixed(faults, 0),
                        Printed.percent(waiting))
                .fix()
                .measure("peak RSS", cell, cell.peakRss(), 0.9 * granted)
                .measure("memory granted", cell, granted)
                .measure("pages read again a second", cell, faults, 100)
                .measure("waiting for memory", cell, waiting, 0.05);
    }

    private static void garbage(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> one.median(RecordedFork::pauses));
        String pauses = Printed.percent(cell.median(RecordedFork::pauses));
        double all = cell.median(f -> f.at(ALL));
        boolean detail = cell.tells(FULL);
        double limit = cell.median(f -> f.at(LIMIT));

        told.of(cell)
                .quoting(run.flag("-Xmx"))
                .title(
                        pauses,
                        told.cells().size() == 1
                                ? new String[0]
                                : Printed.count(told.cells().size() - 1.0))
                .seen(
                        pauses,
                        "20\u00a0%",
                        collector(cell),
                        Printed.count(all),
                        detail ? Printed.count(fulls(cell)) : NONE)
                .fix((Object) (detail ? NONE : new String[] {steps(2 * limit)}))
                .measure("time in collections", cell, cell.median(RecordedFork::pauses), 0.2);
        if (detail) {
            told.measure("CPU share of the collector", cell, cell.median(f -> f.share("garbage")), 0.2);
        }
        told.measure("collections", cell, all);
        if (detail) {
            told.measure("collections of the whole heap", cell, fulls(cell))
                    .measure("live heap", cell, cell.median(f -> f.at(LIVE)));
        }
        told.measure("heap limit", cell, limit);
    }

    private static double fulls(RecordedCell cell) {
        return cell.median(f -> f.at(FULL));
    }

    private static String[] collector(RecordedCell cell) {
        return cell.tells(FULL)
                ? new String[] {Printed.percent(cell.median(f -> f.share("garbage"))), "20\u00a0%"}
                : NONE;
    }

    private static void modes(RecordedForks run, ToldFinding told) {
        RecordedCell memory = fastest(run, "in-memory");
        RecordedCell streaming = fastest(run, "streaming");
        double saved = streaming.wall() - memory.wall();
        double more = memory.peakRss() - streaming.peakRss();
        double rss = memory.peakRss() / streaming.peakRss();

        told.of(memory)
                .title(Printed.seconds(saved), Printed.memory(more, memory.peakRss()))
                .seen(
                        memory.overAll(streaming),
                        Printed.seconds(memory.wall()),
                        Printed.seconds(streaming.wall()),
                        Printed.ratio(rss),
                        "\u00d71.50",
                        Printed.memory(memory.peakRss(), memory.peakRss()),
                        Printed.memory(streaming.peakRss(), memory.peakRss()))
                .fix(Printed.memory(more / saved, more / saved))
                .overAll(memory, streaming)
                .measure("peak RSS ratio", memory, rss, 1.5)
                .measure("seconds saved", memory, saved)
                .measure("further peak RSS", memory, more)
                .measure("memory for each second saved", memory, more / saved);
    }

    private static RecordedCell fastest(RecordedForks run, String mode) {
        return run.most(
                run.cells().stream()
                        .filter(cell -> cell.axis("mode").equals(mode))
                        .map(RecordedCell::name)
                        .toList(),
                cell -> -cell.wall());
    }
}
