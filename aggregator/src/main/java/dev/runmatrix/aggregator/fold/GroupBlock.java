// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.stream.IntStream;

/** Room for some consecutive groups of a merge. */
final class GroupBlock {

    private final int[] namespaces;
    private final int[] nodes;
    private final int[] labels;
    private final int[] places;
    private final GroupValues values = new GroupValues();
    private int size;

    GroupBlock(int mostGroups) {
        namespaces = new int[mostGroups];
        nodes = new int[mostGroups];
        labels = new int[mostGroups];
        places = IntStream.range(0, mostGroups).toArray();
        values.ensure(mostGroups);
    }

    boolean isFull() {
        return size == places.length;
    }

    /** Whether the last group is that of a head. */
    boolean endsWith(MergeHead head) {
        int last = size - 1;
        return size > 0
                && labels[last] == head.labels()
                && nodes[last] == head.node()
                && namespaces[last] == head.namespace();
    }

    /** Appends a group without values. */
    void append(MergeHead head) {
        namespaces[size] = head.namespace();
        nodes[size] = head.node();
        labels[size] = head.labels();
        size++;
    }

    /** Adds the values of a head to the last group. */
    void add(MergeHead head, ResourceOrder order) {
        head.cursor().addTo(values, size - 1, order);
    }

    SortedGroups groups() {
        return new SortedGroups(namespaces, nodes, labels, values, places, size);
    }

    void clear() {
        values.clear(size);
        size = 0;
    }
}
