// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import java.nio.file.Path;

/**
 * What an aggregation may use of the machine.
 *
 * @param cores processors, at least 1; a part of one counts as one
 * @param heapBytes largest size of the heap, or what a tighter memory limit leaves for it, at least 1
 */
public record Grant(int cores, long heapBytes) {

    public Grant {
        if (cores < 1 || heapBytes < 1) {
            throw new IllegalArgumentException("granted: " + cores + " cores, " + heapBytes + " bytes");
        }
    }

    /**
     * What this JVM may use; affinity and the quota of its control group count, and so does a memory limit that its
     * largest heap would not fit into.
     */
    public static Grant ofThisJvm() {
        Runtime runtime = Runtime.getRuntime();
        long limit = new MemoryLimit(Path.of("/")).bytes().orElse(Long.MAX_VALUE);
        return new Grant(runtime.availableProcessors(), heapWithin(limit, runtime.maxMemory()));
    }

    /** The heap that a limit leaves room for, beside what the JVM takes outside of it. */
    static long heapWithin(long limitBytes, long maxHeapBytes) {
        return Math.max(1, Math.min(maxHeapBytes, limitBytes / 4 * 3));
    }
}
