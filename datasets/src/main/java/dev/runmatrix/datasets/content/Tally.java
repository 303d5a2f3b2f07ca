// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** What a right summary of rows of one day adds up to. Not for several threads: one per writer, then added. */
public final class Tally {

    private static final Measure[] MEASURES = Measure.values();

    private final Capacity capacity;
    private final int nodes;
    private final ExactSum[] sums = new ExactSum[MEASURES.length];
    private final BitSet groups = new BitSet();
    private final BitSet nodeHours = new BitSet();
    private final long[] blankNodeCores = new long[DatasetParameters.HOURS_PER_DAY];

    private long rows;
    private long blankNodeRows;
    private long nullLabelRows;
    private long damagedLabelRows;

    public Tally(DatasetParameters parameters) {
        capacity = new Capacity(parameters, new Randomness(parameters.seed()));
        nodes = parameters.nodes();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new ExactSum();
        }
    }

    public void add(PodHour row) {
        rows++;
        LabelState labels = row.labelState();
        nullLabelRows += labels == LabelState.NULL ? 1 : 0;
        damagedLabelRows += labels == LabelState.DAMAGED ? 1 : 0;
        if (row.isNodeBlank()) {
            blankNodeRows++;
            int hour = row.hourOfDay();
            blankNodeCores[hour] = Math.max(blankNodeCores[hour], capacity.cores(row.node()));
            return;
        }
        nodeHours.set(row.hourOfDay() * nodes + row.node());
        groups.set(row.group());
        for (Measure measure : MEASURES) {
            sums[measure.slot()].add(row.get(measure));
        }
    }

    /** Adds what was counted in other rows of the same day. */
    public void add(Tally other) {
        rows += other.rows;
        blankNodeRows += other.blankNodeRows;
        nullLabelRows += other.nullLabelRows;
        damagedLabelRows += other.damagedLabelRows;
        groups.or(other.groups);
        nodeHours.or(other.nodeHours);
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(other.sums[i]);
        }
        for (int hour = 0; hour < blankNodeCores.length; hour++) {
            blankNodeCores[hour] = Math.max(blankNodeCores[hour], other.blankNodeCores[hour]);
        }
    }

    public long rows() {
        return rows;
    }

    /** Rows without a node: they count for capacity and are in no group. */
    public long blankNodeRows() {
        return blankNodeRows;
    }

    public long nullLabelRows() {
        return nullLabelRows;
    }

    public long damagedLabelRows() {
        return damagedLabelRows;
    }

    /** Rows of the summary of this day. */
    public long groups() {
        return groups.cardinality();
    }

    /** Core-hours of the cluster on this day: each node, and "no node" as one of its own, once an hour. */
    public long coreHours() {
        long total =
                nodeHours.stream().mapToLong(i -> capacity.cores(i % nodes)).sum();
        for (long cores : blankNodeCores) {
            total += cores;
        }
        return total;
    }

    /** Exact sums over the rows that are in groups. */
    public Map<Measure, BigDecimal> sums() {
        Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);
        for (Measure measure : MEASURES) {
            totals.put(measure, sums[measure.slot()].total());
        }
        return totals;
    }
}
