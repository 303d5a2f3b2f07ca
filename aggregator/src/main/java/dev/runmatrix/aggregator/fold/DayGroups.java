// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.sum.PairSums;
import dev.runmatrix.aggregator.text.TextIds;

/**
 * What one thread has folded of one day: the groups of (namespace, node, pod label set) with their sums and peaks, and
 * the capacity of each node in each interval. The values of a column lie side by side in the order of the groups.
 */
final class DayGroups {

    /** What an index takes for a group: three numbers, a follower and two slots. */
    private static final int INDEX_BYTES = 6 * Integer.BYTES;

    /** What the smallest takes. */
    private static final int FIXED_BYTES = 3 << 10;

    private final GroupIndex index = new GroupIndex();
    private final GroupValues values = new GroupValues();
    private final IntervalCapacities capacities = new IntervalCapacities();

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
            int same = run > 0 ? 0 : index.repeats(namespaces, nodes, labels, at, to);
            if (run > 0) {
                rows.appendRun(expected, run);
            } else if (same > 0) {
                rows.appendSame(index.last(), same);
            } else if (nodes[at] == TextIds.NULL || nodes[at] == emptyNode) {
                rows.appendSame(RowGroups.NONE, 1);
                noNode++;
            } else {
                rows.appendRun(group(namespaces[at], nodes[at], labels[at]), 1);
            }
            at += Math.max(1, run + same);
        }
        return noNode;
    }

    private int group(int namespace, int node, int labels) {
        int group = index.group(namespace, node, labels);
        if (group >= values.room()) {
            values.ensure(index.capacity());
        }
        return group;
    }

    /** Notes that the groups of all rows have a value in the sums of the bits {@code present}. */
    void markSeen(RowGroups rows, int present) {
        for (int i = 0; i < rows.stretches(); i++) {
            if (rows.first(i) != RowGroups.NONE) {
                mark(values.seen(), rows.first(i), rows.isSame(i) ? 1 : rows.length(i), present);
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
        values.clear(size());
        index.clear();
        capacities.clear();
    }

    int size() {
        return index.size();
    }

    /** Bytes that all of this takes, with the room for more. */
    long bytes() {
        return FIXED_BYTES + (long) index.capacity() * INDEX_BYTES + values.bytes() + capacities.bytes();
    }

    /** The namespace of each group. */
    int[] namespaces() {
        return index.namespaces();
    }

    /** The node of each group. */
    int[] nodes() {
        return index.nodes();
    }

    /** The label set of the pods of each group. */
    int[] labels() {
        return index.labels();
    }

    GroupValues values() {
        return values;
    }

    /** The sums of a column by group. */
    PairSums sums(int sum) {
        return values.sums(sum);
    }

    IntervalCapacities capacities() {
        return capacities;
    }

    /** A peak by group; NaN where there was no value. */
    double[] peaks(int peak) {
        return values.peaks(peak);
    }

    /** For each group the bits of the sums that had a value. */
    byte[] seen() {
        return values.seen();
    }

    /** For each group the greatest resource. */
    int[] resources() {
        return values.resources();
    }

    /** Adds all groups and capacities of another part of the same day. */
    void addAll(DayGroups other, ResourceOrder order) {
        for (int theirs = 0; theirs < other.size(); theirs++) {
            int mine = group(other.namespaces()[theirs], other.nodes()[theirs], other.labels()[theirs]);
            values.add(mine, other.values, theirs, order);
        }
        capacities.addAll(other.capacities);
    }
}
