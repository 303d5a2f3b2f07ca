// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import static dev.runmatrix.aggregator.column.PodColumns.BYTE_SECONDS;
import static dev.runmatrix.aggregator.column.PodColumns.CORE_SECONDS;
import static dev.runmatrix.aggregator.column.PodColumns.NODE;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.NumberState;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.time.Instants;

/** Folds the capacity columns of rows of one day: those without a node count, too. */
final class CapacityFold {

    private final Instants instants;

    CapacityFold(Instants instants) {
        this.instants = instants;
    }

    void fold(IntervalCapacities capacities, Batch batch, int from, int to) {
        boolean hasCores = batch.state(CORE_SECONDS) != NumberState.ABSENT;
        boolean hasBytes = batch.state(BYTE_SECONDS) != NumberState.ABSENT;
        if (!hasCores && !hasBytes) {
            return;
        }
        int[] instantIds = batch.ids(TableColumns.INSTANT);
        int[] nodes = batch.ids(NODE);
        long[] nanos = instants.nanosOfDay();
        int at = from;
        while (at < to) {
            int count = sameInterval(instantIds, nodes, at, to);
            int entry = IntervalCapacities.KINDS * capacities.entry(nanos[instantIds[at]], nodes[at]);
            double[] peaks = capacities.peaks();
            if (hasCores) {
                Peaks.raiseOne(peaks, entry + IntervalCapacities.CORE_SECONDS, batch.numbers(CORE_SECONDS), at, count);
            }
            if (hasBytes) {
                Peaks.raiseOne(peaks, entry + IntervalCapacities.BYTE_SECONDS, batch.numbers(BYTE_SECONDS), at, count);
            }
            at += count;
        }
    }

    /** How many rows from {@code from} on are of the same instant and node. */
    private static int sameInterval(int[] instantIds, int[] nodes, int from, int to) {
        int instant = instantIds[from];
        int node = nodes[from];
        int at = from + 1;
        while (at < to && nodes[at] == node && instantIds[at] == instant) {
            at++;
        }
        return at - from;
    }
}
