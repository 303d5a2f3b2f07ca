// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.sum.PairSums;
import dev.runmatrix.aggregator.text.TextIds;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What one thread has folded of one day: the groups of (namespace, node, pod label set) with their sums and peaks, and
 * the capacity of each node in each interval. The values of a column lie side by side in the order of the groups.
 */
final class DayGroups {

    /** Sums of a group, in the order of the first eight number columns of a batch. */
    static final int SUMS = 8;

    /** Peaks of a group: cores, core-seconds where those are null, bytes, byte-seconds where those are null. */
    static final int PEAKS = 4;

    private final GroupIndex index = new GroupIndex();
    private final PairSums[] sums = Stream.generate(PairSums::new).limit(SUMS).toArray(PairSums[]::new);
    private final double[][] peaks = new double[PEAKS][0];
    private final IntervalCapacities capacities = new IntervalCapacities();
    private byte[] seen = {};
    private int[] resources = {};

    /**
     * Finds the groups of rows, making those that are new.
     *
     * @param emptyNode the node that is none, as null is
     * @param rows where they go
     * @return the number of rows without a node
     */
    int find(int[] namespaces, int[] nodes, int[] labels, int from, int to, int emptyNode, RowGroups rows) {
        int noNode = 0;
        rows.clear();
        int at = from;
        while (at < to) {
            int expected = index.expected();
            int run = index.run(namespaces, nodes, labels, at, to, expected);
            if (run > 0) {
                rows.append(expected, run);
                at += run;
            } else if (nodes[at] == TextIds.NULL || nodes[at] == emptyNode) {
                rows.append(RowGroups.NONE, 1);
                noNode++;
                at++;
            } else {
                rows.append(group(namespaces[at], nodes[at], labels[at]), 1);
                at++;
            }
        }
        return noNode;
    }

    private int group(int namespace, int node, int labels) {
        int group = index.group(namespace, node, labels);
        if (group >= seen.length) {
            grow(index.capacity());
        }
        return group;
    }

    private void grow(int groups) {
        int from = seen.length;
        for (int sum = 0; sum < SUMS; sum++) {
            sums[sum].ensure(groups);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            peaks[peak] = Arrays.copyOf(peaks[peak], groups);
            Arrays.fill(peaks[peak], from, groups, Double.NaN);
        }
        seen = Arrays.copyOf(seen, groups);
        resources = Arrays.copyOf(resources, groups);
        Arrays.fill(resources, from, groups, TextIds.NULL);
    }

    /** Notes that the groups of all rows have a value in the sums of the bits {@code present}. */
    void markSeen(RowGroups rows, int present) {
        for (int i = 0; i < rows.stretches(); i++) {
            if (rows.first(i) != RowGroups.NONE) {
                mark(seen, rows.first(i), rows.length(i), present);
            }
        }
    }

    private static void mark(byte[] seen, int first, int count, int present) {
        for (int group = first; group < first + count; group++) {
            seen[group] |= (byte) present;
        }
    }

    /** Makes this as new, but with the room it has. */
    void clear() {
        int size = size();
        for (int sum = 0; sum < SUMS; sum++) {
            sums[sum].clear(size);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            Arrays.fill(peaks[peak], 0, size, Double.NaN);
        }
        Arrays.fill(seen, 0, size, (byte) 0);
        Arrays.fill(resources, 0, size, TextIds.NULL);
        index.clear();
        capacities.clear();
    }

    int size() {
        return index.size();
    }

    int namespace(int group) {
        return index.namespace(group);
    }

    int node(int group) {
        return index.node(group);
    }

    int labels(int group) {
        return index.labels(group);
    }

    /** The sums of a column by group. */
    PairSums sums(int sum) {
        return sums[sum];
    }

    IntervalCapacities capacities() {
        return capacities;
    }

    /** A peak by group; NaN where there was no value. */
    double[] peaks(int peak) {
        return peaks[peak];
    }

    /** For each group the bits of the sums that had a value. */
    byte[] seen() {
        return seen;
    }

    /** For each group the greatest resource. */
    int[] resources() {
        return resources;
    }

    boolean hasSum(int group, int sum) {
        return ((seen[group] >> sum) & 1) != 0;
    }

    /** Adds all groups and capacities of another part of the same day. */
    void addAll(DayGroups other, ResourceOrder order) {
        for (int theirs = 0; theirs < other.size(); theirs++) {
            int mine = group(other.namespace(theirs), other.node(theirs), other.labels(theirs));
            add(mine, other, theirs, order);
        }
        capacities.addAll(other.capacities);
    }

    /** Adds a group, of this or another part of the same day, to a group of this. */
    void add(int mine, DayGroups other, int theirs, ResourceOrder order) {
        for (int sum = 0; sum < SUMS; sum++) {
            sums[sum].add(mine, other.sums[sum], theirs);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            Peaks.raise(peaks[peak], mine, other.peaks[peak][theirs]);
        }
        seen[mine] |= other.seen[theirs];
        resources[mine] = order.greater(resources[mine], other.resources[theirs]);
    }
}
