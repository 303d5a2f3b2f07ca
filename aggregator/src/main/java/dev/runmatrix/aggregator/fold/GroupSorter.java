// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.text.TextIds;
import java.util.Collection;
import java.util.List;

/** Merges the labels of groups, puts them into the order of the rows, and unites those that are equal. Thread-safe. */
public final class GroupSorter {

    private final TextIds names;
    private final DayLabels labels;
    private final ResourceOrder resourceOrder;

    /**
     * @param names the names of the run
     * @param labels the labels of nodes and namespaces
     */
    public GroupSorter(TextIds names, DayLabels labels) {
        this.names = names;
        this.labels = labels;
        resourceOrder = new ResourceOrder(names);
    }

    ResourceOrder resourceOrder() {
        return resourceOrder;
    }

    /** Ranks for several calls of {@link #sort}. */
    NameRanks ranks(Collection<DayGroups> days) {
        return new NameRanks(days, names);
    }

    SortedGroups sort(int day, DayGroups groups) {
        return sort(day, groups, ranks(List.of(groups)));
    }

    /** Sorts the groups of a day, which are changed and of no further use but as part of the result. */
    SortedGroups sort(int day, DayGroups groups, NameRanks ranks) {
        int[] merged = labels.merge(day, groups);
        int[] sorted = new RowOrder(groups, ranks, labels.sets()).sort(merged);
        int rows = unite(groups, merged, sorted);
        return new SortedGroups(groups.namespaces(), groups.nodes(), merged, groups.values(), sorted, rows);
    }

    /** Adds groups that became equal by merging labels to the first of them; returns how many groups are left. */
    private int unite(DayGroups groups, int[] merged, int[] sorted) {
        int[] namespaces = groups.namespaces();
        int[] nodes = groups.nodes();
        int rows = 0;
        for (int group : sorted) {
            int last = rows == 0 ? group : sorted[rows - 1];
            boolean same = rows > 0
                    && merged[last] == merged[group]
                    && nodes[last] == nodes[group]
                    && namespaces[last] == namespaces[group];
            if (same) {
                groups.values().add(last, groups.values(), group, resourceOrder);
            } else {
                sorted[rows++] = group;
            }
        }
        return rows;
    }

    /** Merges groups that are sorted already. */
    DayMerge merge(List<? extends GroupCursor> cursors, int mostRows) {
        return new DayMerge(
                cursors.stream()
                        .map(cursor -> new MergeHead(cursor, names, labels.sets()))
                        .toList(),
                mostRows,
                resourceOrder);
    }
}
