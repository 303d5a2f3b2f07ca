// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;
import java.util.List;

/** Merges sorted groups of a day, some of them at a time: those whose next group comes first are the root of a heap. */
final class DayMerge {

    private final MergeHead[] heap;
    private final int mostRows;
    private final ResourceOrder order;
    private GroupBlock block;
    private int size;
    private boolean begun;

    /**
     * @param heads what to merge, not yet begun
     * @param mostRows groups that are held at a time
     * @param order which resource is kept
     */
    DayMerge(List<MergeHead> heads, int mostRows, ResourceOrder order) {
        heap = heads.toArray(MergeHead[]::new);
        this.mostRows = mostRows;
        this.order = order;
        block = new GroupBlock(0);
    }

    /** The next groups, at most as many as are held at a time, valid until the next call; none at the end. */
    SortedGroups next() throws IOException {
        if (!begun) {
            begin();
        }
        block.clear();
        while (size > 0) {
            MergeHead first = heap[0];
            if (!block.endsWith(first)) {
                if (block.isFull()) {
                    break;
                }
                block.append(first);
            }
            block.add(first, order);
            if (!first.advance()) {
                heap[0] = heap[--size];
            }
            sink(0);
        }
        return block.groups();
    }

    private void begin() throws IOException {
        begun = true;
        block = new GroupBlock(mostRows);
        for (MergeHead head : heap) {
            if (head.advance()) {
                heap[size++] = head;
            }
        }
        for (int at = size / 2 - 1; at >= 0; at--) {
            sink(at);
        }
    }

    private void sink(int from) {
        MergeHead head = heap[from];
        int at = from;
        int child = 2 * at + 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1].precedes(heap[child])) {
                child++;
            }
            if (!heap[child].precedes(head)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = head;
    }
}
