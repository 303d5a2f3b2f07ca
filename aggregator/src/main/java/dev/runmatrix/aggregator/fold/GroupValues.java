// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.sum.ExactSum;
import dev.runmatrix.aggregator.sum.PairSums;
import dev.runmatrix.aggregator.text.TextIds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;

/** The sums, peaks and greatest resources of groups. The values of a column lie side by side in the order of the groups. */
final class GroupValues {

    /** Sums of a group, in the order of the first eight number columns of a batch. */
    static final int SUMS = 8;

    /** Peaks of a group: cores, core-seconds where those are null, bytes, byte-seconds where those are null. */
    static final int PEAKS = 4;

    /** Length of a written group none of whose sums is wide. */
    static final int LEAST_BYTES = 2 * Integer.BYTES + PEAKS * Double.BYTES + SUMS * PairSums.PAIR_BYTES;

    /** Length of a written group all of whose sums are wide. */
    static final int MOST_BYTES = LEAST_BYTES + SUMS * ExactSum.BYTES;

    /** What the values of a group take in memory. */
    private static final int GROUP_BYTES = 1 + Integer.BYTES + PEAKS * Double.BYTES + SUMS * PairSums.PAIR_BYTES;

    /** What a wide sum takes in memory, with its entry. */
    private static final int WIDE_BYTES = ExactSum.BYTES + 128;

    private final PairSums[] sums = Stream.generate(PairSums::new).limit(SUMS).toArray(PairSums[]::new);
    private final double[][] peaks = new double[PEAKS][0];
    private byte[] seen = {};
    private int[] resources = {};

    /** The number of groups there is room for. */
    int room() {
        return seen.length;
    }

    /** Makes room for {@code groups} groups. */
    void ensure(int groups) {
        int from = seen.length;
        for (PairSums column : sums) {
            column.ensure(groups);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            peaks[peak] = Arrays.copyOf(peaks[peak], groups);
            Arrays.fill(peaks[peak], from, groups, Double.NaN);
        }
        seen = Arrays.copyOf(seen, groups);
        resources = Arrays.copyOf(resources, groups);
        Arrays.fill(resources, from, groups, TextIds.NULL);
    }

    /** Makes the first {@code size} groups as new. */
    void clear(int size) {
        for (PairSums column : sums) {
            column.clear(size);
        }
        for (double[] peak : peaks) {
            Arrays.fill(peak, 0, size, Double.NaN);
        }
        Arrays.fill(seen, 0, size, (byte) 0);
        Arrays.fill(resources, 0, size, TextIds.NULL);
    }

    /** Bytes that all of this takes, with the room for more. */
    long bytes() {
        long wide = 0;
        for (PairSums column : sums) {
            wide += column.wideSums();
        }
        return (long) room() * GROUP_BYTES + wide * WIDE_BYTES;
    }

    /** The sums of a column by group. */
    PairSums sums(int sum) {
        return sums[sum];
    }

    /** A peak by group; NaN where there was no value. */
    double[] peaks(int peak) {
        return peaks[peak];
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

    /** Adds a group, of this or others, to a group of this. */
    void add(int mine, GroupValues other, int theirs, ResourceOrder order) {
        for (int sum = 0; sum < SUMS; sum++) {
            sums[sum].add(mine, other.sums[sum], theirs);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            Peaks.raise(peaks[peak], mine, other.peaks[peak][theirs]);
        }
        seen[mine] |= other.seen[theirs];
        resources[mine] = order.greater(resources[mine], other.resources[theirs]);
    }

    /** Writes a group, no bit of it lost. */
    void write(int group, ByteBuffer out) {
        int wide = wideSums(group);
        out.putInt((seen[group] & 0xFF) | (wide << Byte.SIZE));
        out.putInt(resources[group]);
        for (double[] peak : peaks) {
            out.putDouble(peak[group]);
        }
        for (PairSums column : sums) {
            column.write(group, out);
        }
        for (int sum = 0; sum < SUMS; sum++) {
            if (((wide >> sum) & 1) != 0) {
                sums[sum].writeWide(group, out);
            }
        }
    }

    private int wideSums(int group) {
        int wide = 0;
        for (int sum = 0; sum < SUMS; sum++) {
            wide |= sums[sum].isWide(group) ? 1 << sum : 0;
        }
        return wide;
    }

    /** Adds a written group to one of this. */
    void add(int mine, ByteBuffer in, ResourceOrder order) {
        int bits = in.getInt();
        seen[mine] |= (byte) bits;
        resources[mine] = order.greater(resources[mine], in.getInt());
        for (double[] peak : peaks) {
            Peaks.raise(peak, mine, in.getDouble());
        }
        for (PairSums column : sums) {
            column.add(mine, in);
        }
        for (int sum = 0; sum < SUMS; sum++) {
            if (((bits >> (Byte.SIZE + sum)) & 1) != 0) {
                sums[sum].addWide(mine, in);
            }
        }
    }
}
