// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.labels.LabelSets;
import java.util.Arrays;

/** Remembers which label sets merge into which. Belongs to one thread at a time. */
final class MergeCache {

    private final LabelSets sets;
    private final PairIndex index = new PairIndex();
    private int[] merged = {};

    MergeCache(LabelSets sets) {
        this.sets = sets;
    }

    /** The labels of a node, overridden by those of a namespace, overridden by those of a pod. */
    int merge(int node, int namespace, int pod) {
        return merge(merge(node, namespace), pod);
    }

    private int merge(int base, int over) {
        int before = index.size();
        int at = index.numberOf(base, over);
        if (at == before) {
            merged = at < merged.length ? merged : Arrays.copyOf(merged, index.capacity());
            merged[at] = sets.merge(base, over);
        }
        return merged[at];
    }
}
