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

    /** For each row of a slice the first of its interval's peaks. */
    private final int[] firstPeaks;

    CapacityFold(Instants instants, int sliceRows) {
        this.instants = instants;
        firstPeaks = new int[sliceRows];
    }

    void fold(IntervalCapacities capacities, Batch batch, int from, int to) {
        boolean hasCores = batch.state(CORE_SECONDS) != NumberState.ABSENT;
        boolean hasBytes = batch.state(BYTE_SECONDS) != NumberState.ABSENT;
        if (!hasCores && !hasBytes) {
            return;
        }
        findIntervals(capacities, batch.ids(TableColumns.INSTANT), batch.ids(NODE), from, to);
        if (hasCores) {
            raise(capacities.peaks(), IntervalCapacities.CORE_SECONDS, batch.numbers(CORE_SECONDS), from, to);
        }
        if (hasBytes) {
            raise(capacities.peaks(), IntervalCapacities.BYTE_SECONDS, batch.numbers(BYTE_SECONDS), from, to);
        }
    }

    private void findIntervals(IntervalCapacities capacities, int[] instantIds, int[] nodes, int from, int to) {
        long[] nanos = instants.nanosOfDay();
        int first = 0;
        for (int i = from; i < to; i++) {
            if (i == from || instantIds[i] != instantIds[i - 1] || nodes[i] != nodes[i - 1]) {
                first = IntervalCapacities.KINDS * capacities.entry(nanos[instantIds[i]], nodes[i]);
            }
            firstPeaks[i - from] = first;
        }
    }

    private void raise(double[] peaks, int kind, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = firstPeaks[i - from] + kind;
            double value = values[i];
            if (!(value <= peaks[at])) {
                Peaks.raise(peaks, at, value);
            }
        }
    }
}
