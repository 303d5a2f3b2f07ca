// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import static dev.runmatrix.aggregator.column.PodColumns.BYTES;
import static dev.runmatrix.aggregator.column.PodColumns.BYTE_SECONDS;
import static dev.runmatrix.aggregator.column.PodColumns.CORES;
import static dev.runmatrix.aggregator.column.PodColumns.CORE_SECONDS;
import static dev.runmatrix.aggregator.column.PodColumns.EFFECTIVE_CPU;
import static dev.runmatrix.aggregator.column.PodColumns.EFFECTIVE_MEMORY;
import static dev.runmatrix.aggregator.column.PodColumns.LABELS;
import static dev.runmatrix.aggregator.column.PodColumns.NAMESPACE;
import static dev.runmatrix.aggregator.column.PodColumns.NODE;
import static dev.runmatrix.aggregator.column.PodColumns.REQUEST_CPU;
import static dev.runmatrix.aggregator.column.PodColumns.REQUEST_MEMORY;
import static dev.runmatrix.aggregator.column.PodColumns.RESOURCE;
import static dev.runmatrix.aggregator.column.PodColumns.USAGE_CPU;
import static dev.runmatrix.aggregator.column.PodColumns.USAGE_MEMORY;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.NumberState;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.time.Instants;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folds batches of pod rows into groups, day by day. Belongs to one thread. A batch is folded in slices that fit a
 * processor's cache: first the group of each row is found, then each column is added up in a loop of its own.
 */
public final class PodFold {

    private static final int SLICE_ROWS = 2048;

    private final Instants instants;
    private final int emptyNode;
    private final ResourceOrder resourceOrder;
    private final Map<Integer, DayGroups> days = new TreeMap<>();
    private final int[] groups = new int[SLICE_ROWS];
    private final int[] firstSums = new int[SLICE_ROWS];
    private final EffectiveUsage effective = new EffectiveUsage(SLICE_ROWS);
    private final CapacityFold capacityFold;
    private long rows;
    private long badIntervals;
    private long outOfRange;
    private long noNode;
    private long badLabels;

    public PodFold(Instants instants, TextIds names, int emptyNode) {
        this.instants = instants;
        this.emptyNode = emptyNode;
        resourceOrder = new ResourceOrder(names);
        capacityFold = new CapacityFold(instants, SLICE_ROWS);
    }

    /** The days met so far, with their groups. */
    Map<Integer, DayGroups> days() {
        return days;
    }

    /** Gives the groups of a day away. */
    Optional<DayGroups> take(int day) {
        synchronized (days) {
            return Optional.ofNullable(days.remove(day));
        }
    }

    /** What was met so far. */
    public FoldCounters counters() {
        return new FoldCounters(rows, badIntervals, outOfRange, noNode, badLabels);
    }

    /** Folds all rows of a batch. */
    public void fold(Batch batch) {
        rows += batch.rows();
        countBadLabels(batch.ids(LABELS), batch.rows());
        for (int from = 0; from < batch.rows(); from += SLICE_ROWS) {
            foldSlice(batch, from, Math.min(from + SLICE_ROWS, batch.rows()));
        }
    }

    private void countBadLabels(int[] labels, int count) {
        int bad = 0;
        for (int i = 0; i < count; i++) {
            if (labels[i] == LabelSets.BAD) {
                bad++;
            }
        }
        badLabels += bad;
    }

    /** Cuts a slice into runs of rows of the same day. */
    private void foldSlice(Batch batch, int from, int to) {
        int[] instantIds = batch.ids(TableColumns.INSTANT);
        int[] dayOf = instants.days();
        int at = from;
        while (at < to) {
            int instant = instantIds[at];
            if (instant < Instants.FIRST) {
                badIntervals += instant == Instants.BAD ? 1 : 0;
                outOfRange += instant == Instants.OUT_OF_RANGE ? 1 : 0;
                at++;
                continue;
            }
            int day = dayOf[instant];
            int end = at + 1;
            while (end < to && instantIds[end] >= Instants.FIRST && dayOf[instantIds[end]] == day) {
                end++;
            }
            foldRun(days.computeIfAbsent(day, key -> new DayGroups()), batch, at, end);
            at = end;
        }
    }

    private void foldRun(DayGroups day, Batch batch, int from, int to) {
        capacityFold.fold(day.capacities(), batch, from, to);
        findGroups(day, batch, from, to);
        for (int sum = 0; sum < EFFECTIVE_CPU; sum++) {
            if (batch.state(sum) != NumberState.ABSENT) {
                addColumn(day, sum, batch.numbers(sum), batch.state(sum), from, to);
            }
        }
        foldEffective(day, batch, EFFECTIVE_CPU, USAGE_CPU, REQUEST_CPU, from, to);
        foldEffective(day, batch, EFFECTIVE_MEMORY, USAGE_MEMORY, REQUEST_MEMORY, from, to);
        foldPeaks(day, batch, CORES, CORE_SECONDS, 0, from, to);
        foldPeaks(day, batch, BYTES, BYTE_SECONDS, 2, from, to);
        foldResources(day, batch.ids(RESOURCE), from, to);
    }

    private void findGroups(DayGroups day, Batch batch, int from, int to) {
        int[] namespaces = batch.ids(NAMESPACE);
        int[] nodes = batch.ids(NODE);
        int[] labels = batch.ids(LABELS);
        byte present = sumsAlwaysPresent(batch);
        for (int i = from; i < to; i++) {
            int node = nodes[i];
            if (node == TextIds.NULL || node == emptyNode) {
                noNode++;
                groups[i - from] = -1;
                firstSums[i - from] = -1;
            } else {
                int group = day.group(namespaces[i], node, labels[i], present);
                groups[i - from] = group;
                firstSums[i - from] = group * DayGroups.SUMS;
            }
        }
    }

    /** The bits of the sums to which every row of a batch adds a value. */
    private static byte sumsAlwaysPresent(Batch batch) {
        int present = 0;
        for (int sum = 0; sum < DayGroups.SUMS; sum++) {
            present |= isFinite(batch, sum) ? 1 << sum : 0;
        }
        present |= isFinite(batch, USAGE_CPU) || isFinite(batch, REQUEST_CPU) ? 1 << EFFECTIVE_CPU : 0;
        present |= isFinite(batch, USAGE_MEMORY) || isFinite(batch, REQUEST_MEMORY) ? 1 << EFFECTIVE_MEMORY : 0;
        return (byte) present;
    }

    private static boolean isFinite(Batch batch, int column) {
        return batch.state(column) == NumberState.FINITE;
    }

    private void addColumn(DayGroups day, int sum, double[] values, NumberState state, int from, int to) {
        day.sums().addAll(values, from, to, firstSums, sum);
        if (state == NumberState.FINITE) {
            return;
        }
        byte bit = (byte) (1 << sum);
        byte[] seen = day.seen();
        for (int i = from; i < to; i++) {
            int group = groups[i - from];
            if (group >= 0 && !Double.isNaN(values[i])) {
                seen[group] |= bit;
            }
        }
    }

    private void foldEffective(DayGroups day, Batch batch, int column, int usage, int request, int from, int to) {
        if (isFinite(batch, column)) {
            addColumn(day, column, batch.numbers(column), NumberState.FINITE, from, to);
            return;
        }
        NumberState state = effective.compute(batch, column, usage, request, from, to);
        if (state != NumberState.ABSENT) {
            addColumn(day, column, effective.values(), state, 0, to - from);
        }
    }

    /** Raises the peak of a group by the direct column, and a second one by the seconds where the direct one is null. */
    private void foldPeaks(DayGroups day, Batch batch, int direct, int seconds, int peak, int from, int to) {
        if (batch.state(direct) != NumberState.ABSENT) {
            raise(day.peaks(), peak, batch.numbers(direct), from, to);
        }
        if (batch.state(seconds) == NumberState.ABSENT || batch.state(direct) == NumberState.FINITE) {
            return;
        }
        if (batch.state(direct) == NumberState.ABSENT) {
            raise(day.peaks(), peak + 1, batch.numbers(seconds), from, to);
            return;
        }
        double[] directs = batch.numbers(direct);
        double[] values = batch.numbers(seconds);
        for (int i = from; i < to; i++) {
            if (groups[i - from] >= 0 && Double.isNaN(directs[i])) {
                Peaks.raise(day.peaks(), groups[i - from] * DayGroups.PEAKS + peak + 1, values[i]);
            }
        }
    }

    private void raise(double[] peaks, int peak, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            int group = groups[i - from];
            if (group >= 0) {
                int at = group * DayGroups.PEAKS + peak;
                double value = values[i];
                if (!(value <= peaks[at])) {
                    Peaks.raise(peaks, at, value);
                }
            }
        }
    }

    private void foldResources(DayGroups day, int[] resources, int from, int to) {
        int[] greatest = day.resources();
        for (int i = from; i < to; i++) {
            int group = groups[i - from];
            if (group >= 0 && greatest[group] != resources[i]) {
                greatest[group] = resourceOrder.greater(greatest[group], resources[i]);
            }
        }
    }
}
