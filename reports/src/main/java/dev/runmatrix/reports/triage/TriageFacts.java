// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.Pressure;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers that the rules judge, derived from what was seen. Rates are means over the watch. */
public final class TriageFacts {

    private static final double SLICE_SECONDS = 0.95;
    private static final double FREE_SHARE = 0.10;

    private final LiveObservation seen;
    private final Settings settings;
    private final double seconds;
    private final List<ThreadUse> threads;

    private TriageFacts(LiveObservation seen) {
        this.seen = seen;
        this.settings = Settings.of(seen);
        // A process that ended at once leaves one sample; every rate is then 0 and no rule looks at it.
        this.seconds = Math.max(1e-3, seen.windowNanos() / 1e9);
        this.threads = ThreadUse.of(seen.threads(), seconds);
    }

    public static TriageFacts of(LiveObservation seen) {
        return new TriageFacts(seen);
    }

    public LiveObservation seen() {
        return seen;
    }

    public Settings settings() {
        return settings;
    }

    public double seconds() {
        return seconds;
    }

    /** All threads, the one with the most processor time first. */
    public List<ThreadUse> threads() {
        return threads;
    }

    /** Cores used. */
    public double usedCores() {
        return seen.last().cpuNanos() / 1e9 / seconds;
    }

    /** Mean number of threads that were ready and had no processor; 0 where that cannot be read. */
    public double queuedCores() {
        return seen.last().runQueueNanos().orElse(0L) / 1e9 / seconds;
    }

    /** Cores that it would use if a processor were always free. */
    public double wantedCores() {
        double queuedFor = threads.stream()
                .mapToDouble(use -> use.wantedCores() - use.cpuCores())
                .sum();
        return usedCores() + Math.max(0, queuedFor);
    }

    /** The same of the program's own work, without garbage collection, compilation and service of the runtime. */
    public double wantedForWork() {
        double upkeep = threads.stream()
                .filter(use -> use.role() != ThreadRole.WORK)
                .mapToDouble(ThreadUse::wantedCores)
                .sum();
        return Math.max(0, wantedCores() - upkeep);
    }

    /** The same without what threads queued for. */
    public double usedForWork() {
        return threads.stream()
                .filter(use -> use.role() == ThreadRole.WORK)
                .mapToDouble(ThreadUse::cpuCores)
                .sum();
    }

    public double grantedCores() {
        return seen.grant().cores();
    }

    /** Workers that could work at the same time: those requested, as far as cores are granted. */
    public Optional<Double> usefulWorkers() {
        return settings.requestedWorkers(grantedCores()).map(workers -> Math.min(workers, grantedCores()));
    }

    /** The thread that wanted most of a core. */
    public Optional<ThreadUse> busiest() {
        return threads.stream()
                .filter(use -> use.role() == ThreadRole.WORK)
                .max((a, b) -> Double.compare(a.wantedCores(), b.wantedCores()));
    }

    /** Threads of the program's own that are alive. */
    public long workThreads() {
        return threads.stream()
                .filter(use -> use.role() == ThreadRole.WORK && use.thread().alive())
                .count();
    }

    /** Share of the processor time that collecting garbage took. */
    public double garbageShare() {
        double garbage = threads.stream()
                .filter(use -> use.role() == ThreadRole.GARBAGE)
                .mapToDouble(ThreadUse::cpuCores)
                .sum();
        return usedCores() > 0 ? Math.min(1, garbage / usedCores()) : 0;
    }

    /** Mean number of threads in uninterruptible sleep. */
    public double blockedThreads() {
        return seen.samples().stream()
                .mapToInt(sample -> sample.states().blocked())
                .average()
                .orElse(0);
    }

    /** Share of the looks at which every thread was stopped. */
    public double stoppedShare() {
        long stopped = seen.samples().stream()
                .filter(sample -> sample.states().stopped() > 0
                        && sample.states().stopped() == sample.states().all())
                .count();
        return (double) stopped / seen.samples().size();
    }

    /**
     * A second or so of the watch.
     *
     * @param usedCores cores used in it
     * @param queuedCores mean number of threads that were ready in it and had no processor
     */
    public record Slice(double usedCores, double queuedCores) {}

    /** The watch, second by second. */
    public List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        LiveSample from = seen.samples().get(0);
        for (LiveSample to : seen.samples()) {
            double length = (to.elapsedNanos() - from.elapsedNanos()) / 1e9;
            if (length >= SLICE_SECONDS) {
                long queued =
                        to.runQueueNanos().orElse(0L) - from.runQueueNanos().orElse(0L);
                slices.add(new Slice((to.cpuNanos() - from.cpuNanos()) / 1e9 / length, queued / 1e9 / length));
                from = to;
            }
        }
        return slices;
    }

    /** Cores that other programs used. */
    public double foreignCores() {
        long foreign = seen.machine().busyNanos()
                - seen.last().cpuNanos()
                - seen.machine().observerNanos();
        return Math.max(0, foreign / 1e9 / seconds);
    }

    /** Whether processors that it may use had nothing to do: then it was not for want of them that threads queued. */
    public boolean processorsWereFree() {
        long idle = seen.machine().totalNanos()
                - seen.machine().busyNanos()
                - seen.machine().stealNanos();
        return seen.grant().affinityCores() >= seen.machine().processors() && shareOfCapacity(idle) > FREE_SHARE;
    }

    /** Share of the machine's capacity that the hypervisor gave to somebody else. */
    public double stealShare() {
        return shareOfCapacity(seen.machine().stealNanos());
    }

    /** Share of the machine's capacity that was idle while something waited for storage. */
    public double ioWaitShare() {
        return shareOfCapacity(seen.machine().ioWaitNanos());
    }

    /** Time throttled, added over processors, a second; absent where not readable. */
    public Optional<Double> throttledShare() {
        return seen.grant().throttledNanos().map(nanos -> nanos / 1e9 / seconds);
    }

    /** Share of the accounting periods in which it was throttled; absent where not readable or without any. */
    public Optional<Double> throttledPeriods() {
        return seen.grant()
                .periods()
                .filter(all -> all > 0)
                .flatMap(all -> seen.grant().throttledPeriods().map(throttled -> (double) throttled / all));
    }

    public Optional<Double> majorFaultsPerSecond() {
        return seen.counters().majorFaults().map(faults -> faults / seconds);
    }

    public Optional<Double> storageBytesPerSecond() {
        return seen.counters()
                .storageReadBytes()
                .map(read -> (read + seen.counters().storageWrittenBytes().orElse(0L)) / seconds);
    }

    /** Share of the time in which something of its control group waited for memory; absent where not its own. */
    public Optional<Double> memoryPressure() {
        return seen.grant().pressure().flatMap(Pressure::memoryNanos).map(nanos -> nanos / 1e9 / seconds);
    }

    /** Largest sum of resident sets that was met. */
    public long greatestRssBytes() {
        return seen.samples().stream().mapToLong(LiveSample::rssBytes).max().orElse(0);
    }

    private double shareOfCapacity(long nanos) {
        long all = seen.machine().totalNanos();
        return all > 0 ? (double) nanos / all : 0;
    }
}
