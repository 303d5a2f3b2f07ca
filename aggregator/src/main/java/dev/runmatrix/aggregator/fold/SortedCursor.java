// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/** Passes over sorted groups in memory. */
final class SortedCursor implements GroupCursor {

    private final SortedGroups groups;
    private int row = -1;

    SortedCursor(SortedGroups groups) {
        this.groups = groups;
    }

    @Override
    public boolean advance() {
        row++;
        return row < groups.rows();
    }

    private int place() {
        return groups.places()[row];
    }

    @Override
    public int namespace() {
        return groups.namespaces()[place()];
    }

    @Override
    public int node() {
        return groups.nodes()[place()];
    }

    @Override
    public int labels() {
        return groups.labels()[place()];
    }

    @Override
    public void addTo(GroupValues values, int group, ResourceOrder order) {
        values.add(group, groups.values(), place(), order);
    }
}
