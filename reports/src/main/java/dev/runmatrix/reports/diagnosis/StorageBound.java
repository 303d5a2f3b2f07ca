// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I1: processors idle while the process waits for bytes from storage. */
final class StorageBound implements Rule {

    private static final double BUSY = 0.6;
    private static final double READING = 0.20;
    private static final double IO_WAIT = 0.15;
    private static final double IO_PRESSURE = 0.20;

    /** Least share of the input that storage delivered: what came from the page cache made nobody wait. */
    private static final double FROM_STORAGE = 0.2;

    /** The same for a program whose input is not known. */
    private static final double BYTES_PER_SECOND = 5e6;

    private static final double NANOS = 1e9;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> bound = run.cells().stream()
                .filter(cell -> cell.holds(fork -> isBound(run, cell, fork)))
                .toList();
        return CellGroup.together(bound, cell -> waiting(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isBound(RunFacts run, CellFacts cell, ForkFacts fork) {
        Surroundings around = run.around(cell, fork);
        return fork.times().cores() < busy(run, cell)
                && readsFromStorage(around)
                && (reading(cell, fork).filter(share -> share > READING).isPresent()
                        || around.ioWait().filter(share -> share > IO_WAIT).isPresent()
                        || around.ioPressure()
                                .filter(share -> share > IO_PRESSURE)
                                .isPresent());
    }

    private static double busy(RunFacts run, CellFacts cell) {
        return BUSY * Math.min(cell.workers(), run.grantedCores());
    }

    private static boolean readsFromStorage(Surroundings around) {
        return around.storageShare().isPresent()
                ? around.storageShare().get() >= FROM_STORAGE
                : around.storageBytesPerSecond()
                        .filter(rate -> rate >= BYTES_PER_SECOND)
                        .isPresent();
    }

    /** Time in reads ÷ time of the workers. */
    private static Optional<Double> reading(CellFacts cell, ForkFacts fork) {
        return fork.detail()
                .map(RegionDetail::readNanos)
                .map(nanos -> nanos / NANOS / (cell.workers() * fork.times().wallSeconds()));
    }

    private static double waiting(RunFacts run, CellFacts cell) {
        return run.around(cell, Surroundings::ioPressure).orElse(0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double cores = main.median(fork -> Optional.of(fork.times().cores())).orElse(0);
        List<String> parts = new ArrayList<>();
        parts.add(Units.cores(cores) + " cores used (limit " + Units.cores(busy(run, main)) + ")");
        run.around(main, Surroundings::storageBytesPerSecond)
                .ifPresent(rate -> parts.add(Units.fixed(rate / 1e6, 1) + Units.SPACE + "MB/s from storage"));
        run.around(main, Surroundings::storageShare)
                .ifPresent(share -> parts.add("in all " + Units.percent(share) + " of the input"));
        run.around(main, Surroundings::ioPressure)
                .ifPresent(share -> parts.add("something waited for input or output for " + Units.percent(share)
                        + " of the wall time (limit " + Units.percent(IO_PRESSURE) + " of it)"));
        run.around(main, Surroundings::ioWait)
                .ifPresent(share -> parts.add("processors idled for it for " + Units.percent(share)
                        + " of capacity (limit " + Units.percent(IO_WAIT) + " of it)"));
        main.median(fork -> reading(main, fork))
                .ifPresent(share -> parts.add("reads took " + Units.percent(share)
                        + " of the time of the workers (limit " + Units.percent(READING) + " of it)"));
        return FindingDraft.of(
                        RuleId.I1,
                        group.names(),
                        Confidence.LIKELY,
                        group.told() + group.verb(" waits", " wait") + " for storage")
                .seen(Text.of("In " + main.name() + ": " + String.join(", ", parts) + "."))
                .cause("The input came from storage and not from memory, slower than it is worked on.")
                .fix(
                        "Say that it is a cold number, or warm the page cache before each fork; read fewer columns or "
                                + "smaller files. More workers help while the device is below its rate. None measured in this run.")
                .evidence("Bytes that storage delivered to the process; the kernel's pressure and idle counters.")
                .refutedBy("a fork whose input is in memory and that uses no more cores.")
                .measures(measures(run, main, cores))
                .finding();
    }

    private static List<Measure> measures(RunFacts run, CellFacts main, double cores) {
        List<Measure> measures = new ArrayList<>();
        measures.add(
                Measure.of("cores used", main.name(), cores, Measure.Unit.CORES).atMost(busy(run, main)));
        run.around(main, Surroundings::storageBytesPerSecond)
                .ifPresent(rate -> measures.add(
                        Measure.of("read from storage", main.name(), rate, Measure.Unit.BYTES_PER_SECOND)));
        run.around(main, Surroundings::storageShare)
                .ifPresent(
                        share -> measures.add(Measure.of("input from storage", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(FROM_STORAGE)));
        run.around(main, Surroundings::ioPressure)
                .ifPresent(share ->
                        measures.add(Measure.of("waiting for input or output", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(IO_PRESSURE)));
        run.around(main, Surroundings::ioWait)
                .ifPresent(share ->
                        measures.add(Measure.of("capacity idle for storage", main.name(), share, Measure.Unit.SHARE)
                                .atLeast(IO_WAIT)));
        main.median(fork -> reading(main, fork))
                .ifPresent(share -> measures.add(Measure.of("time in reads", main.name(), share, Measure.Unit.SHARE)
                        .atLeast(READING)));
        return measures;
    }
}
