// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether a fork and its data fit into memory. */
public final class MemoryChecks {

    /** A JVM takes memory beside its heap: code, threads, buffers. */
    static final double HEAP_SHARE = 0.75;

    private MemoryChecks() {}

    /** All of them, in order. */
    public static List<Check> of(MemoryFacts memory) {
        List<Check> checks = new ArrayList<>();
        memory.heapBytes().ifPresent(heap -> checks.add(heap(memory, heap)));
        memory.largestDatasetBytes().ifPresent(data -> checks.add(pageCache(memory, data)));
        checks.add(swap(memory));
        return checks;
    }

    private static Check heap(MemoryFacts memory, long heap) {
        long most = (long) (HEAP_SHARE * memory.grantedBytes());
        return Check.judged(
                heap <= most,
                "heap",
                Figure.bytes(heap) + " a fork",
                Figure.bytes(most),
                "A fork may grow beyond the memory of " + Figure.bytes(memory.grantedBytes())
                        + " and be killed: give it a smaller -Xmx in target: {jvm_args: [...]}.");
    }

    /** What the page cache cannot hold is read from storage by every fork anew, or by some and not by others. */
    private static Check pageCache(MemoryFacts memory, long data) {
        String found = Figure.bytes(data) + " of data";
        if (memory.availableBytes().isEmpty()) {
            return Check.fact("page cache", found + "; free memory not told");
        }
        long available = Math.min(memory.availableBytes().getAsLong(), memory.grantedBytes());
        long room = Math.max(0, available - memory.heapBytes().orElse(0L));
        return Check.judged(
                data <= room,
                "page cache",
                found,
                Figure.bytes(room) + " beside a heap",
                "The largest dataset does not stay in memory beside a fork: times will hold for reading from storage, and"
                        + " vary with what happens to be cached.");
    }

    private static Check swap(MemoryFacts memory) {
        if (memory.usedSwapBytes().isEmpty()) {
            return Check.fact("swap", "not told by this system");
        }
        long used = memory.usedSwapBytes().getAsLong();
        long whole = memory.swapBytes().orElse(used);
        String found = whole == 0 ? "none" : Figure.bytes(used) + " of " + Figure.bytes(whole) + " used";
        return Check.judged(
                used == 0,
                "swap",
                found,
                "none used",
                "Memory has been short before: a fork whose pages are swapped out measures storage. Free memory, then"
                        + " swapoff -a.");
    }
}
