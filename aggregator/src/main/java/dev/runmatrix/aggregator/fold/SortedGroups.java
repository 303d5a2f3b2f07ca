// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.Arrays;

/** Groups of one day in the order of the rows of the output, no two of them equal. Arrays are shared, not copied. */
final class SortedGroups {

    private final int[] namespaces;
    private final int[] nodes;
    private final int[] labels;
    private final GroupValues values;
    private final int[] places;
    private final int rows;

    /**
     * @param namespaces namespace by group
     * @param nodes node by group
     * @param labels merged label set by group
     * @param values sums and peaks by group
     * @param places the groups in order
     * @param rows how many of {@code places} count
     */
    SortedGroups(int[] namespaces, int[] nodes, int[] labels, GroupValues values, int[] places, int rows) {
        this.namespaces = namespaces;
        this.nodes = nodes;
        this.labels = labels;
        this.values = values;
        this.places = places;
        this.rows = rows;
    }

    int[] namespaces() {
        return namespaces;
    }

    int[] nodes() {
        return nodes;
    }

    /** The merged label sets. */
    int[] labels() {
        return labels;
    }

    GroupValues values() {
        return values;
    }

    /** The group of each row; there may be more of them than rows. */
    int[] places() {
        return places;
    }

    int rows() {
        return rows;
    }

    /** The rows {@code [from, to)} of these. */
    SortedGroups slice(int from, int to) {
        int[] slice = from == 0 ? places : Arrays.copyOfRange(places, from, to);
        return new SortedGroups(namespaces, nodes, labels, values, slice, to - from);
    }
}
