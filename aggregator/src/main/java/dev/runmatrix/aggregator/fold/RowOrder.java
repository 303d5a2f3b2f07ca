// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.text.TextIds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of the rows of a day: namespace with null first, node, label text, all by bytes. */
final class RowOrder {

    private final int[] rankOfName;
    private final LabelSets sets;

    /** An order for the names that {@code names} holds now. */
    RowOrder(TextIds names, LabelSets sets) {
        this.sets = sets;
        byte[][] texts = names.snapshot();
        Integer[] byBytes = IntStream.range(0, texts.length).boxed().toArray(Integer[]::new);
        Arrays.sort(byBytes, (a, b) -> Arrays.compareUnsigned(texts[a], texts[b]));
        rankOfName = new int[texts.length];
        for (int rank = 0; rank < byBytes.length; rank++) {
            rankOfName[byBytes[rank]] = rank + 1;
        }
    }

    /** The groups in order; groups of equal namespace, node and labels come together. */
    int[] sort(DayGroups day, int[] labels) {
        int[] sorted = byPlace(day);
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && samePlace(day, sorted[from], sorted[to])) {
                to++;
            }
            if (to - from > 1) {
                sortByLabels(sorted, from, to, labels);
            }
            from = to;
        }
        return sorted;
    }

    private static boolean samePlace(DayGroups day, int a, int b) {
        return day.namespace(a) == day.namespace(b) && day.node(a) == day.node(b);
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
    private int[] byPlace(DayGroups day) {
        int groups = day.size();
        int nameBits = bits(rankOfName.length);
        int groupBits = bits(groups);
        if (2 * nameBits + groupBits >= Long.SIZE) {
            return byPlaceSlowly(day);
        }
        long[] keys = new long[groups];
        for (int group = 0; group < groups; group++) {
            long place = ((long) rank(day.namespace(group)) << nameBits) | rank(day.node(group));
            keys[group] = (place << groupBits) | group;
        }
        Arrays.sort(keys);
        int[] sorted = new int[groups];
        for (int i = 0; i < groups; i++) {
            sorted[i] = (int) (keys[i] & ((1L << groupBits) - 1));
        }
        return sorted;
    }

    private int[] byPlaceSlowly(DayGroups day) {
        return IntStream.range(0, day.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(group -> rank(day.namespace(group)))
                        .thenComparingInt(group -> rank(day.node(group))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int rank(int name) {
        return name == TextIds.NULL ? 0 : rankOfName[name];
    }

    private static int bits(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }
}
