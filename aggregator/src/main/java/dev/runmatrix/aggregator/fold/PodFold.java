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
import dev.runmatrix.aggregator.sum.PairSums;
import dev.runmatrix.aggregator.time.Instants;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds batches of pod rows into groups, day by day. Belongs to one thread. A batch is folded in slices that fit a
 * processor's cache: first the group of each row is found, then each column is added up in a loop of its own.
 */
public final class PodFold {

    private static final int SLICE_ROWS = 2048;

    private final Instants instants;
    private final int emptyNode;
    private final ResourceOrder resourceOrder;
    private final FoldedDays days;
    private final Set<Integer> daysMet = new TreeSet<>();
    private final RowGroups groups = new RowGroups(SLICE_ROWS);
    private final EffectiveUsage effective = new EffectiveUsage(SLICE_ROWS);
    private final CapacityFold capacityFold;
    private long rows;
    private long badIntervals;
    private long outOfRange;
    private long noNode;
    private long badLabels;

    /**
     * @param instants the instants of the run
     * @param emptyNode the name without characters, which is no node
     * @param spill what to do with groups that have outgrown the memory
     */
    public PodFold(Instants instants, int emptyNode, Spill spill) {
        this.instants = instants;
        this.emptyNode = emptyNode;
        resourceOrder = spill.sorter().resourceOrder();
        capacityFold = new CapacityFold(instants);
        days = new FoldedDays(spill);
    }

    /** What is kept of the days. */
    FoldedDays days() {
        return days;
    }

    /** The days of the rows since the last call. */
    public Set<Integer> takeDaysMet() {
        Set<Integer> met = Set.copyOf(daysMet);
        daysMet.clear();
        return met;
    }

    private DayGroups groups(int day) throws IOException {
        daysMet.add(day);
        return days.groups(day);
    }

    /** What was met so far. */
    public FoldCounters counters() {
        return new FoldCounters(rows, badIntervals, outOfRange, noNode, badLabels);
    }

    /**
     * Folds all rows of a batch.
     *
     * @throws IOException if groups that have outgrown the memory cannot be written
     */
    public void fold(Batch batch) throws IOException {
        rows += batch.rows();
        countBadLabels(batch.ids(LABELS), batch.rows());
        for (int from = 0; from < batch.rows(); from += SLICE_ROWS) {
            foldSlice(batch, from, Math.min(from + SLICE_ROWS, batch.rows()));
            days.spillIfFull();
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
    private void foldSlice(Batch batch, int from, int to) throws IOException {
        int[] instantIds = batch.ids(TableColumns.INSTANT);
        int at = from;
        while (at < to) {
            int instant = instantIds[at];
            if (instant < Instants.FIRST) {
                badIntervals += instant == Instants.BAD ? 1 : 0;
                outOfRange += instant == Instants.OUT_OF_RANGE ? 1 : 0;
                at++;
                continue;
            }
            int[] dayOf = instants.days();
            int day = dayOf[instant];
            int end = endOfDay(instantIds, at, to, dayOf);
            foldRun(groups(day), batch, at, end);
            at = end;
        }
    }

    private static int endOfDay(int[] instantIds, int from, int to, int[] dayOf) {
        int same = instantIds[from];
        int day = dayOf[same];
        int end = from + 1;
        while (end < to && (instantIds[end] == same || isOfDay(instantIds[end], day, dayOf))) {
            same = instantIds[end];
            end++;
        }
        return end;
    }

    private static boolean isOfDay(int instant, int day, int[] dayOf) {
        return instant >= Instants.FIRST && dayOf[instant] == day;
    }

    private void foldRun(DayGroups day, Batch batch, int from, int to) {
        capacityFold.fold(day.capacities(), batch, from, to);
        noNode += day.find(batch.ids(NAMESPACE), batch.ids(NODE), batch.ids(LABELS), from, to, emptyNode, groups);
        day.markSeen(groups, sumsAlwaysPresent(batch));
        for (int sum = 0; sum < EFFECTIVE_CPU; sum++) {
            addColumn(day, sum, batch.numbers(sum), batch.state(sum), from);
        }
        foldEffective(day, batch, EFFECTIVE_CPU, USAGE_CPU, REQUEST_CPU, from, to);
        foldEffective(day, batch, EFFECTIVE_MEMORY, USAGE_MEMORY, REQUEST_MEMORY, from, to);
        foldPeaks(day, batch, CORES, CORE_SECONDS, 0, from);
        foldPeaks(day, batch, BYTES, BYTE_SECONDS, 2, from);
        foldResources(day.resources(), batch.ids(RESOURCE), from);
    }

    /** The bits of the sums to which every row of a batch adds a value. */
    private static int sumsAlwaysPresent(Batch batch) {
        int present = 0;
        for (int sum = 0; sum < GroupValues.SUMS; sum++) {
            present |= isFinite(batch, sum) ? 1 << sum : 0;
        }
        present |= isFinite(batch, USAGE_CPU) || isFinite(batch, REQUEST_CPU) ? 1 << EFFECTIVE_CPU : 0;
        present |= isFinite(batch, USAGE_MEMORY) || isFinite(batch, REQUEST_MEMORY) ? 1 << EFFECTIVE_MEMORY : 0;
        return present;
    }

    private static boolean isFinite(Batch batch, int column) {
        return batch.state(column) == NumberState.FINITE;
    }

    private void addColumn(DayGroups day, int sum, double[] values, NumberState state, int from) {
        if (state == NumberState.HOLED) {
            addHoled(day, sum, values, from);
        } else if (state == NumberState.FINITE && groups.scattered()) {
            day.sums(sum).addEach(values, from, groups.places(), groups.rows());
        } else if (state == NumberState.FINITE) {
            addStretches(day.sums(sum), values, from);
        }
    }

    private void addStretches(PairSums sums, double[] values, int from) {
        for (int i = 0; i < groups.stretches(); i++) {
            if (groups.first(i) == RowGroups.NONE) {
                continue;
            }
            if (groups.isSame(i)) {
                sums.addSame(values, from + groups.begin(i), groups.first(i), groups.length(i));
            } else {
                sums.addRun(values, from + groups.begin(i), groups.first(i), groups.length(i));
            }
        }
    }

    private void addHoled(DayGroups day, int sum, double[] values, int from) {
        int bit = 1 << sum;
        byte[] seen = day.seen();
        int[] places = groups.places();
        for (int i = 0; i < groups.rows(); i++) {
            if (places[i] != RowGroups.NONE && !Double.isNaN(values[from + i])) {
                day.sums(sum).add(places[i], values[from + i]);
                seen[places[i]] |= (byte) bit;
            }
        }
    }

    private void foldEffective(DayGroups day, Batch batch, int column, int usage, int request, int from, int to) {
        if (isFinite(batch, column)) {
            addColumn(day, column, batch.numbers(column), NumberState.FINITE, from);
        } else if (batch.state(column) == NumberState.ABSENT
                && isFinite(batch, usage)
                && isFinite(batch, request)
                && !groups.scattered()) {
            addGreater(day, column, batch.numbers(usage), batch.numbers(request), from);
        } else {
            NumberState state = effective.compute(batch, column, usage, request, from, to);
            addColumn(day, column, effective.values(), state, 0);
        }
    }

    private void addGreater(DayGroups day, int sum, double[] usages, double[] requests, int from) {
        PairSums sums = day.sums(sum);
        for (int i = 0; i < groups.stretches(); i++) {
            if (groups.first(i) == RowGroups.NONE) {
                continue;
            }
            if (groups.isSame(i)) {
                sums.addGreaterSame(usages, requests, from + groups.begin(i), groups.first(i), groups.length(i));
            } else {
                sums.addGreaterRun(usages, requests, from + groups.begin(i), groups.first(i), groups.length(i));
            }
        }
    }

    /** Raises the peak of a group by the direct column, and a second one by the seconds where the direct one is null. */
    private void foldPeaks(DayGroups day, Batch batch, int direct, int seconds, int peak, int from) {
        if (batch.state(direct) != NumberState.ABSENT) {
            raise(day.peaks(peak), batch.numbers(direct), from);
        }
        if (batch.state(seconds) == NumberState.ABSENT || batch.state(direct) == NumberState.FINITE) {
            return;
        }
        if (batch.state(direct) == NumberState.ABSENT) {
            raise(day.peaks(peak + 1), batch.numbers(seconds), from);
            return;
        }
        double[] directs = batch.numbers(direct);
        double[] values = batch.numbers(seconds);
        int[] places = groups.places();
        for (int i = 0; i < groups.rows(); i++) {
            if (places[i] != RowGroups.NONE && Double.isNaN(directs[from + i])) {
                Peaks.raise(day.peaks(peak + 1), places[i], values[from + i]);
            }
        }
    }

    private void raise(double[] peaks, double[] values, int from) {
        if (groups.scattered()) {
            Peaks.raiseEach(peaks, groups.places(), values, from, groups.rows());
            return;
        }
        for (int i = 0; i < groups.stretches(); i++) {
            if (groups.first(i) == RowGroups.NONE) {
                continue;
            }
            if (groups.isSame(i)) {
                Peaks.raiseOne(peaks, groups.first(i), values, from + groups.begin(i), groups.length(i));
            } else {
                Peaks.raiseRun(peaks, groups.first(i), values, from + groups.begin(i), groups.length(i));
            }
        }
    }

    private void foldResources(int[] greatest, int[] resources, int from) {
        for (int i = 0; i < groups.stretches(); i++) {
            if (groups.first(i) == RowGroups.NONE) {
                continue;
            }
            if (groups.isSame(i)) {
                resourceOrder.raiseOne(greatest, groups.first(i), resources, from + groups.begin(i), groups.length(i));
            } else {
                resourceOrder.raiseRun(greatest, groups.first(i), resources, from + groups.begin(i), groups.length(i));
            }
        }
    }
}
