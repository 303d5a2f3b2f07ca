// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.harness.result.ForkJvm;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks the measured region from inside the process. Everything it needs is loaded before the region begins. */
public final class RegionMeter {

    private static final Path OWN_STATUS = Path.of("/proc/self/status");
    private static final String PEAK_RSS = "VmHWM:";

    private final com.sun.management.OperatingSystemMXBean process;
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final List<MemoryPoolMXBean> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

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

    public RegionMeter() {
        process = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        // A region before the region: the first reading of a bean costs milliseconds.
        begin();
        end(0);
    }

    /** The region begins now. */
    public void begin() {
        heapPools.forEach(MemoryPoolMXBean::resetPeakUsage);
        beginGcMillis = totalGcMillis();
        beginGcCount = totalGcCount();
        beginEpochMillis = System.currentTimeMillis();
        beginCpuNanos = process.getProcessCpuTime();
        beginNanos = System.nanoTime();
    }

    /** The region ends now. */
    public void end(long inputRows) {
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
                Optional.empty());
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
