// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/**
 * What the threads of a run do with groups that have outgrown the memory: they sort them and write them to temporary
 * files, with the capacities of nodes. Names, label sets and instants stay in memory in any case, each distinct one once.
 *
 * @param sorter puts groups into order
 * @param files where they go
 * @param foldBytes what the groups of one thread may take before they are written, in bytes
 * @param mergeBytes what reading them again may take, in bytes
 */
public record Spill(GroupSorter sorter, SpillFiles files, long foldBytes, long mergeBytes) {

    private static final int MOST_BUFFER_BYTES = 1 << 16;

    /** The size of each of several buffers for reading. */
    int bufferBytes(int buffers) {
        return (int) Math.min(mergeBytes / Math.max(buffers, 1), MOST_BUFFER_BYTES);
    }
}
