// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.Arrays;

/**
 * Numbers the distinct (namespace, node, label set) of a day from 0 up in order of appearance. Input is often the same
 * sequence again and again, so the group that followed the last one the last time is tried first, and then the groups
 * numbered after it: a whole hour of a day may be found without a look into the table.
 */
final class GroupIndex {

    /** Small, because input without order may keep thousands of days open. */
    private static final int FIRST_CAPACITY = 1 << 4;

    private static final int FREE = -1;

    private int[] slots = new int[2 * FIRST_CAPACITY];
    private int[] namespaces = new int[FIRST_CAPACITY];
    private int[] nodes = new int[FIRST_CAPACITY];
    private int[] labels = new int[FIRST_CAPACITY];
    private int[] followers = new int[FIRST_CAPACITY];
    private int size;
    private int last;

    GroupIndex() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    /** How many groups there is room for before arrays grow. */
    int capacity() {
        return nodes.length;
    }

    /** The namespace of each group. */
    int[] namespaces() {
        return namespaces;
    }

    /** The node of each group. */
    int[] nodes() {
        return nodes;
    }

    /** The label set of each group. */
    int[] labels() {
        return labels;
    }

    /** The group that is expected next. */
    int expected() {
        return followers[last];
    }

    /** How many of the rows {@code [from, to)} are of group {@code first} and those numbered after it, one by one. */
    int run(int[] rowNamespaces, int[] rowNodes, int[] rowLabels, int from, int to, int first) {
        int most = Math.min(to - from, size - first);
        int count = count(rowNamespaces, rowNodes, rowLabels, from, namespaces, nodes, labels, first, most);
        last = count > 0 ? first + count - 1 : last;
        return count;
    }

    /** How many of the rows {@code [from, to)} are of the group that was found last. */
    int repeats(int[] rowNamespaces, int[] rowNodes, int[] rowLabels, int from, int to) {
        return size == 0
                ? 0
                : countEqual(rowNamespaces, rowNodes, rowLabels, from, to, namespaces[last], nodes[last], labels[last]);
    }

    private static int countEqual(
            int[] rowNamespaces,
            int[] rowNodes,
            int[] rowLabels,
            int from,
            int to,
            int namespace,
            int node,
            int labelSet) {
        int at = from;
        while (at < to && rowNamespaces[at] == namespace && rowLabels[at] == labelSet && rowNodes[at] == node) {
            at++;
        }
        return at - from;
    }

    /** The group that was found last. */
    int last() {
        return last;
    }

    private static int count(
            int[] rowNamespaces,
            int[] rowNodes,
            int[] rowLabels,
            int from,
            int[] namespaces,
            int[] nodes,
            int[] labels,
            int first,
            int most) {
        for (int i = 0; i < most; i++) {
            if (rowNamespaces[from + i] != namespaces[first + i]
                    || rowLabels[from + i] != labels[first + i]
                    || rowNodes[from + i] != nodes[first + i]) {
                return i;
            }
        }
        return Math.max(most, 0);
    }

    /** The group of a key, which is {@link #size} before the call if the key is new. */
    int group(int namespace, int node, int labelSet) {
        int group = find(namespace, node, labelSet);
        followers[last] = group;
        last = group;
        return group;
    }

    private int find(int namespace, int node, int labelSet) {
        int mask = slots.length - 1;
        int slot = hash(namespace, node, labelSet) & mask;
        while (slots[slot] != FREE) {
            int group = slots[slot];
            if (nodes[group] == node && labels[group] == labelSet && namespaces[group] == namespace) {
                return group;
            }
            slot = (slot + 1) & mask;
        }
        if (size == nodes.length) {
            grow();
            return find(namespace, node, labelSet);
        }
        slots[slot] = size;
        namespaces[size] = namespace;
        nodes[size] = node;
        labels[size] = labelSet;
        // The next new key is likely to follow this one again.
        followers[size] = size + 1;
        return size++;
    }

    private static int hash(int namespace, int node, int labelSet) {
        return Hash.of(((long) namespace << Integer.SIZE) | (node & 0xFFFF_FFFFL), labelSet);
    }

    private void grow() {
        int capacity = 2 * nodes.length;
        namespaces = Arrays.copyOf(namespaces, capacity);
        nodes = Arrays.copyOf(nodes, capacity);
        labels = Arrays.copyOf(labels, capacity);
        followers = Arrays.copyOf(followers, capacity);
        slots = new int[2 * capacity];
        Arrays.fill(slots, FREE);
        int mask = slots.length - 1;
        for (int group = 0; group < size; group++) {
            int slot = hash(namespaces[group], nodes[group], labels[group]) & mask;
            while (slots[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = group;
        }
    }

    /** Forgets all groups but keeps the room. */
    void clear() {
        Arrays.fill(slots, FREE);
        followers[0] = 0;
        size = 0;
        last = 0;
    }
}
