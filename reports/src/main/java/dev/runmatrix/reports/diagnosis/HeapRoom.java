// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Memory;
import java.util.Optional;

/**
 * What a larger heap may run into.
 *
 * @param budgetBytes most resident memory that a cell may take; absent where the matrix sets no budget
 * @param grantedBytes memory that the run was granted
 */
record HeapRoom(Optional<Long> budgetBytes, long grantedBytes) {

    static HeapRoom of(RunFacts run) {
        return new HeapRoom(
                run.run().spec().budget().rssBytes(),
                run.run().run().environment().grantedMemoryBytes());
    }

    /** What to know of a heap of that size, a sentence; empty where it passes nothing. */
    String caveat(long heapBytes) {
        if (heapBytes >= grantedBytes) {
            return " That is not less than the " + words(grantedBytes)
                    + " granted here: it takes a larger machine or memory limit.";
        }
        return budgetBytes
                .filter(budget -> heapBytes > budget)
                .map(budget -> " That passes the memory budget of " + words(budget)
                        + ": it shows what the cell takes, which may be more than the budget.")
                .orElse("");
    }

    private static String words(long bytes) {
        return Memory.forLargest(bytes).limit(bytes);
    }
}
