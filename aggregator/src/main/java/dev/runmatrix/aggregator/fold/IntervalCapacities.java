// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The greatest capacity of each node in each interval of one day: core-seconds and byte-seconds. */
final class IntervalCapacities {

    static final int KINDS = 2;
    static final int CORE_SECONDS = 0;
    static final int BYTE_SECONDS = 1;

    /** The length of a written entry. */
    static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES + KINDS * Double.BYTES;

    private final PairIndex index = new PairIndex();
    private double[] peaks = {};

    /** The place of a node's interval among {@link #peaks}, counted in pairs. */
    int entry(long nanoOfDay, int node) {
        int entry = index.numberOf(nanoOfDay, node);
        if ((entry + 1) * KINDS > peaks.length) {
            int from = peaks.length;
            peaks = Arrays.copyOf(peaks, index.capacity() * KINDS);
            Arrays.fill(peaks, from, peaks.length, Double.NaN);
        }
        return entry;
    }

    double[] peaks() {
        return peaks;
    }

    int size() {
        return index.size();
    }

    /** Bytes that the entries take, with the room for more. */
    long bytes() {
        return (long) index.capacity() * (PairIndex.KEY_BYTES + KINDS * Double.BYTES);
    }

    int node(int entry) {
        return index.second(entry);
    }

    double peak(int entry, int kind) {
        return peaks[entry * KINDS + kind];
    }

    void addAll(IntervalCapacities other) {
        for (int theirs = 0; theirs < other.size(); theirs++) {
            int mine = entry(other.index.first(theirs), other.node(theirs));
            for (int kind = 0; kind < KINDS; kind++) {
                Peaks.raise(peaks, mine * KINDS + kind, other.peak(theirs, kind));
            }
        }
    }

    void write(int entry, ByteBuffer out) {
        out.putLong(index.first(entry)).putInt(node(entry));
        for (int kind = 0; kind < KINDS; kind++) {
            out.putDouble(peak(entry, kind));
        }
    }

    /** Adds a written entry. */
    void add(ByteBuffer in) {
        int mine = entry(in.getLong(), in.getInt());
        for (int kind = 0; kind < KINDS; kind++) {
            Peaks.raise(peaks, mine * KINDS + kind, in.getDouble());
        }
    }

    /** Forgets all entries but keeps the room. */
    void clear() {
        Arrays.fill(peaks, 0, size() * KINDS, Double.NaN);
        index.clear();
    }
}
