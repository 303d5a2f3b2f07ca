// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

/**
 * What an aggregation may use of the machine.
 *
 * @param cores processors, at least 1; a part of one counts as one
 * @param heapBytes largest size of the heap, at least 1
 */
public record Grant(int cores, long heapBytes) {

    public Grant {
        if (cores < 1 || heapBytes < 1) {
            throw new IllegalArgumentException("granted: " + cores + " cores, " + heapBytes + " bytes");
        }
    }

    /** What this JVM may use; affinity and the quota of its control group count. */
    public static Grant ofThisJvm() {
        Runtime runtime = Runtime.getRuntime();
        return new Grant(runtime.availableProcessors(), runtime.maxMemory());
    }
}
