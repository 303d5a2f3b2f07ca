// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.labels.LabelSets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The labels of nodes and namespaces, all of which are known before the first pod row, merged into those of pods. */
public final class DayLabels {

    private final LabelFold nodes;
    private final LabelFold namespaces;
    private final LabelSets sets;
    private final Queue<MergeCache> caches = new ConcurrentLinkedQueue<>();

    /**
     * @param nodes what the threads folded of the label table of nodes; at least one
     * @param namespaces as {@code nodes}, of namespaces
     * @param sets the label sets of the run
     */
    public DayLabels(List<LabelFold> nodes, List<LabelFold> namespaces, LabelSets sets) {
        this.nodes = merge(nodes);
        this.namespaces = merge(namespaces);
        this.sets = sets;
    }

    private static LabelFold merge(List<LabelFold> folds) {
        LabelFold whole = folds.get(0);
        folds.stream().skip(1).forEach(whole::addAll);
        return whole;
    }

    LabelSets sets() {
        return sets;
    }

    /** The merged label set of each group; any thread may ask. */
    int[] merge(int day, DayGroups groups) {
        MergeCache polled = caches.poll();
        MergeCache cache = polled == null ? new MergeCache(sets) : polled;
        int[] merged = new int[groups.size()];
        for (int group = 0; group < merged.length; group++) {
            int ofNode = nodes.labels(day, groups.nodes()[group]);
            int ofNamespace = namespaces.labels(day, groups.namespaces()[group]);
            merged[group] = cache.merge(ofNode, ofNamespace, groups.labels()[group]);
        }
        caches.add(cache);
        return merged;
    }
}
