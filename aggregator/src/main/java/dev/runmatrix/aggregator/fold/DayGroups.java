// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.sum.PairSums;
import dev.runmatrix.aggregator.text.TextIds;
import java.util.Arrays;

/**
 * What one thread has folded of one day: the groups of (namespace, node, pod label set) with their sums and peaks, and
 * the capacity of each node in each interval. A group's values lie side by side, so that a row touches few cache lines.
 */
final class DayGroups {

    /** Sums of a group, in the order of the first eight number columns of a batch. */
    static final int SUMS = 8;

    /** Peaks of a group: cores, core-seconds where those are null, bytes, byte-seconds where those are null. */
    static final int PEAKS = 4;

    private final PairIndex index = new PairIndex();
    private final PairSums sums = new PairSums();
    private final IntervalCapacities capacities = new IntervalCapacities();
    private double[] peaks = {};
    private byte[] seen = {};
    private int[] resources = {};

    /** The group of a row that adds a value to the sums of the bits {@code present}; it is new if there was none. */
    int group(int namespace, int node, int labels, byte present) {
        int group = index.numberOf(place(namespace, node), labels);
        if (group >= seen.length) {
            grow(index.capacity());
        }
        seen[group] |= present;
        return group;
    }

    static long place(int namespace, int node) {
        return ((long) namespace << Integer.SIZE) | (node & 0xFFFF_FFFFL);
    }

    private void grow(int groups) {
        int from = seen.length;
        sums.ensure(groups * SUMS);
        peaks = Arrays.copyOf(peaks, groups * PEAKS);
        Arrays.fill(peaks, from * PEAKS, peaks.length, Double.NaN);
        seen = Arrays.copyOf(seen, groups);
        resources = Arrays.copyOf(resources, groups);
        Arrays.fill(resources, from, groups, TextIds.NULL);
    }

    int size() {
        return index.size();
    }

    int namespace(int group) {
        return (int) (index.first(group) >> Integer.SIZE);
    }

    int node(int group) {
        return (int) index.first(group);
    }

    int labels(int group) {
        return index.second(group);
    }

    PairSums sums() {
        return sums;
    }

    IntervalCapacities capacities() {
        return capacities;
    }

    /** Peaks of all groups; NaN where there was no value. */
    double[] peaks() {
        return peaks;
    }

    /** For each group the bits of the sums that had a value. */
    byte[] seen() {
        return seen;
    }

    /** For each group the greatest resource. */
    int[] resources() {
        return resources;
    }

    boolean hasSum(int group, int sum) {
        return ((seen[group] >> sum) & 1) != 0;
    }

    /** Adds all groups and capacities of another part of the same day. */
    void addAll(DayGroups other, ResourceOrder order) {
        for (int theirs = 0; theirs < other.size(); theirs++) {
            int mine = group(other.namespace(theirs), other.node(theirs), other.labels(theirs), other.seen[theirs]);
            add(mine, other, theirs, order);
        }
        capacities.addAll(other.capacities);
    }

    /** Adds a group, of this or another part of the same day, to a group of this. */
    void add(int mine, DayGroups other, int theirs, ResourceOrder order) {
        for (int sum = 0; sum < SUMS; sum++) {
            sums.add(mine * SUMS + sum, other.sums, theirs * SUMS + sum);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            Peaks.raise(peaks, mine * PEAKS + peak, other.peaks[theirs * PEAKS + peak]);
        }
        seen[mine] |= other.seen[theirs];
        resources[mine] = order.greater(resources[mine], other.resources[theirs]);
    }
}
