// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What collectors of garbage tell beyond how often they ran. */
final class LiveHeap {

    /** Collectors of a part of the heap, and beans that count pauses of a collection rather than collections. */
    private static final Set<String> OF_A_PART = Set.of(
            "Copy",
            "ParNew",
            "PS Scavenge",
            "G1 Young Generation",
            "G1 Concurrent GC",
            "ZGC Pauses",
            "ZGC Minor Cycles",
            "ZGC Minor Pauses",
            "ZGC Major Pauses",
            "Shenandoah Pauses");

    private LiveHeap() {}

    /** Collections of the whole heap so far. */
    static long fullCollections(List<GarbageCollectorMXBean> collectors) {
        return collectors.stream()
                .filter(collector -> !OF_A_PART.contains(collector.getName()))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /**
     * Heap in use right after the last collection; absent where there was none or the JVM does not tell.
     *
     * @param pools names of the pools of the heap
     */
    static Optional<Long> bytes(List<GarbageCollectorMXBean> collectors, Set<String> pools) {
        return collectors.stream()
                .filter(com.sun.management.GarbageCollectorMXBean.class::isInstance)
                .map(collector ->
                        Optional.ofNullable(((com.sun.management.GarbageCollectorMXBean) collector).getLastGcInfo()))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .map(last -> used(last.getMemoryUsageAfterGc(), pools));
    }

    private static long used(Map<String, MemoryUsage> after, Set<String> pools) {
        return after.entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
