// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.labels.LabelSets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of the rows of a day: namespace with null first, node, label text, all by bytes. */
final class RowOrder {

    private final DayGroups day;
    private final NameRanks ranks;
    private final LabelSets sets;

    RowOrder(DayGroups day, NameRanks ranks, LabelSets sets) {
        this.day = day;
        this.ranks = ranks;
        this.sets = sets;
    }

    /** The groups in order; groups of equal namespace, node and labels come together. */
    int[] sort(int[] labels) {
        int[] sorted = byPlace();
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && samePlace(sorted[from], sorted[to])) {
                to++;
            }
            if (to - from > 1) {
                sortByLabels(sorted, from, to, labels);
            }
            from = to;
        }
        return sorted;
    }

    private boolean samePlace(int a, int b) {
        return day.namespaces()[a] == day.namespaces()[b] && day.nodes()[a] == day.nodes()[b];
    }

    private void sortByLabels(int[] groups, int from, int to, int[] labels) {
        Integer[] run = new Integer[to - from];
        for (int i = from; i < to; i++) {
            run[i - from] = groups[i];
        }
        Comparator<Integer> byText = (a, b) -> labels[a] == labels[b]
                ? 0
                : Arrays.compareUnsigned(sets.canonicalText(labels[a]), sets.canonicalText(labels[b]));
        Arrays.sort(run, byText);
        for (int i = from; i < to; i++) {
            groups[i] = run[i - from];
        }
    }

    /** Sorts by ranks packed into one long, which sorts far faster than objects; where they do not fit, by objects. */
    private int[] byPlace() {
        int groups = day.size();
        int[] namespaces = day.namespaces();
        int[] nodes = day.nodes();
        int nameBits = bits(ranks.count());
        int groupBits = bits(groups);
        if (2 * nameBits + groupBits >= Long.SIZE) {
            return byPlaceSlowly();
        }
        long[] keys = new long[groups];
        for (int group = 0; group < groups; group++) {
            long place = ((long) ranks.of(namespaces[group]) << nameBits) | ranks.of(nodes[group]);
            keys[group] = (place << groupBits) | group;
        }
        Arrays.sort(keys);
        int[] sorted = new int[groups];
        for (int i = 0; i < groups; i++) {
            sorted[i] = (int) (keys[i] & ((1L << groupBits) - 1));
        }
        return sorted;
    }

    private int[] byPlaceSlowly() {
        return IntStream.range(0, day.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(group -> ranks.of(day.namespaces()[group]))
                        .thenComparingInt(group -> ranks.of(day.nodes()[group])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int bits(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }
}
