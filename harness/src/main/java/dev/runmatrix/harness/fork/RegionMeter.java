// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.aggregator.ThreadWork;
import dev.runmatrix.aggregator.WorkAccount;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.LargestThreads;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks the measured region from inside the process. Everything it needs is loaded before the region begins. */
public final class RegionMeter {

    private static final Path OWN_STATUS = Path.of("/proc/self/status");
    private static final String PEAK_RSS = "VmHWM:";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final com.sun.management.OperatingSystemMXBean process;
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final List<MemoryPoolMXBean> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final Set<String> heapPoolNames =
            heapPools.stream().map(MemoryPoolMXBean::getName).collect(Collectors.toSet());

    private Optional<Long> measured = OwnThreads.current();
    private OwnThreads beginThreads = OwnThreads.now();
    private long beginFullCollections;
    private long beginEpochMillis;
    private long beginNanos;
    private long beginCpuNanos;
    private long beginGcMillis;
    private long beginGcCount;
    private long wallNanos;
    private long cpuNanos;
    private long gcMillis;
    private long gcCount;
    private long peakHeapBytes;
    private long rowsRead;
    private Optional<RegionDetail> detail = Optional.empty();

    public RegionMeter() {
        process = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        // A region before the region: the first reading of a bean costs milliseconds.
        begin();
        end(0, new WorkAccount(List.of(), 0, 0, Optional.empty(), 0));
    }

    /** The region begins now. */
    public void begin() {
        heapPools.forEach(MemoryPoolMXBean::resetPeakUsage);
        beginGcMillis = totalGcMillis();
        beginGcCount = totalGcCount();
        beginFullCollections = LiveHeap.fullCollections(collectors);
        measured = OwnThreads.current();
        beginThreads = OwnThreads.now();
        beginEpochMillis = System.currentTimeMillis();
        beginCpuNanos = process.getProcessCpuTime();
        beginNanos = System.nanoTime();
    }

    /** The region of a program ends now that keeps no account of its work. */
    public void end(long inputRows) {
        close(inputRows);
        detail = Optional.empty();
    }

    /** The region ends now, which the current thread began. */
    public void end(long inputRows, WorkAccount work) {
        close(inputRows);
        OwnThreads endThreads = OwnThreads.now();
        detail = Optional.of(new RegionDetail(
                endThreads.threads().isEmpty() ? List.of() : LargestThreads.of(threads(work, endThreads)),
                work.chunks(),
                work.chunkRows(),
                work.firstChunkNanos().map(nanos -> nanos / NANOS_PER_MILLI),
                work.readNanos(),
                LiveHeap.fullCollections(collectors) - beginFullCollections,
                gcCount > 0 ? LiveHeap.bytes(collectors, heapPoolNames) : Optional.empty()));
    }

    /** Those that did the work told themselves; of the others the kernel tells. */
    private List<ThreadTimes> threads(WorkAccount work, OwnThreads endThreads) {
        List<ThreadTimes> all = new ArrayList<>();
        List<Long> counted = new ArrayList<>();
        if (!work.threads().isEmpty()) {
            work.threads().forEach(thread -> all.add(times(thread)));
            counted.addAll(endThreads.named(WorkAccount.POOL_NAME));
            measured.ifPresent(counted::add);
        }
        all.addAll(endThreads.since(beginThreads, counted, wallNanos));
        return all;
    }

    private static ThreadTimes times(ThreadWork thread) {
        return new ThreadTimes(
                thread.name(),
                ThreadRole.WORK,
                1,
                thread.firstNanos() / NANOS_PER_MILLI,
                thread.lastNanos() / NANOS_PER_MILLI,
                thread.cpuNanos(),
                thread.runQueueNanos());
    }

    private void close(long inputRows) {
        wallNanos = System.nanoTime() - beginNanos;
        cpuNanos = process.getProcessCpuTime() - beginCpuNanos;
        gcMillis = totalGcMillis() - beginGcMillis;
        gcCount = totalGcCount() - beginGcCount;
        peakHeapBytes = heapPools.stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        rowsRead = inputRows;
    }

    /** What the region that ended used; call it last, as it also reads the process's peak of memory. */
    public ForkReport report() {
        return new ForkReport(
                beginEpochMillis,
                wallNanos,
                cpuNanos,
                gcMillis,
                gcCount,
                peakHeapBytes,
                rowsRead,
                peakRssBytes(),
                jvm(),
                Optional.empty(),
                detail);
    }

    /** The collector of the young generation manages fewer pools than that of the whole heap. */
    private ForkJvm jvm() {
        String names = collectors.stream()
                .sorted(Comparator.comparingInt(collector -> collector.getMemoryPoolNames().length))
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" + "));
        String version = System.getProperty("java.runtime.version", "unknown");
        return new ForkJvm(version, names, Runtime.getRuntime().maxMemory());
    }

    private long totalGcMillis() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private long totalGcCount() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static OptionalLong peakRssBytes() {
        try (Stream<String> lines = Files.lines(OWN_STATUS)) {
            return lines.filter(line -> line.startsWith(PEAK_RSS))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            // Not Linux: the samples from outside are all there is.
            return OptionalLong.empty();
        }
    }
}
