// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.Arrays;

/** Decodes Parquet's hybrid of run-length encoded and bit-packed small numbers. */
final class HybridDecoder {

    private static final int GROUP = 8;
    private static final int WIDEST = 32;

    private final int[] group = new int[GROUP];
    private byte[] data = {};
    private int at;
    private int end;
    private int bitWidth;
    private int repeatsLeft;
    private int repeated;
    private int packedLeft;
    private int groupLeft;

    /** Begins the dictionary indexes of a page, whose first byte says how wide they are; an empty page has none. */
    void startIndexes(byte[] data, int from, int to) {
        if (from < to) {
            start(data, from + 1, to, data[from] & 0xFF);
        } else {
            start(data, from, to, 0);
        }
    }

    /** Begins a sequence in {@code data[from, to)}. */
    void start(byte[] data, int from, int to, int bitWidth) {
        if (bitWidth > WIDEST) {
            throw new MalformedException("numbers of " + bitWidth + " bits");
        }
        this.data = data;
        this.at = from;
        this.end = to;
        this.bitWidth = bitWidth;
        repeatsLeft = 0;
        packedLeft = 0;
        groupLeft = 0;
    }

    /** If the next numbers are one run of equal ones: its length, at most {@code most}; else 0. */
    int equalRun(int most) {
        if (repeatsLeft == 0 && packedLeft == 0) {
            nextRun();
        }
        return Math.min(repeatsLeft, most);
    }

    /** Takes the first numbers of the run that {@link #equalRun} told of and returns their value. */
    int takeRun(int count) {
        repeatsLeft -= count;
        return repeated;
    }

    /** Decodes the next {@code count} numbers. */
    void read(int[] out, int from, int count) {
        int to = from + count;
        for (int i = from; i < to; ) {
            if (repeatsLeft == 0 && packedLeft == 0) {
                nextRun();
            }
            if (repeatsLeft > 0) {
                int taken = Math.min(repeatsLeft, to - i);
                Arrays.fill(out, i, i + taken, repeated);
                repeatsLeft -= taken;
                i += taken;
            } else {
                i += readPacked(out, i, to - i);
            }
        }
    }

    /** Decodes the rest of a run that is not one of equal numbers, but at most {@code most}; returns how many. */
    int readPacked(int[] out, int from, int most) {
        int count = Math.min(packedLeft, most);
        packedLeft -= count;
        int i = from;
        int to = from + count;
        while (i < to && groupLeft > 0) {
            out[i++] = group[GROUP - groupLeft--];
        }
        int whole = (to - i) / GROUP;
        if (whole > 0) {
            unpack(out, i, whole);
            i += whole * GROUP;
        }
        if (i < to) {
            unpack(group, 0, 1);
            groupLeft = GROUP;
            while (i < to) {
                out[i++] = group[GROUP - groupLeft--];
            }
        }
        return count;
    }

    /** Unpacks whole groups of eight numbers, which fill {@code bitWidth} bytes each. */
    private void unpack(int[] out, int from, int groups) {
        int width = bitWidth;
        byte[] bytes = data;
        int position = at;
        long mask = (1L << width) - 1;
        long bits = 0;
        int held = 0;
        int to = from + groups * GROUP;
        for (int i = from; i < to; i++) {
            while (held < width) {
                bits |= (bytes[position++] & 0xFFL) << held;
                held += 8;
            }
            out[i] = (int) (bits & mask);
            bits >>>= width;
            held -= width;
        }
        at = position;
    }

    private void nextRun() {
        int header = varint();
        int size = header >>> 1;
        if (size == 0) {
            throw new MalformedException("an empty run of numbers");
        }
        if ((header & 1) == 0) {
            repeatsLeft = size;
            repeated = repeatedValue();
            return;
        }
        if ((long) size * bitWidth > end - at) {
            // The last run may be cut short: count the groups that are there.
            size = bitWidth == 0 ? size : (end - at + bitWidth - 1) / bitWidth;
            padLastGroup(size);
        }
        packedLeft = Math.multiplyExact(size, GROUP);
        groupLeft = 0;
    }

    private void padLastGroup(int groups) {
        if (groups == 0) {
            throw new MalformedException("a page ends before its values do");
        }
        byte[] padded = new byte[groups * bitWidth];
        System.arraycopy(data, at, padded, 0, end - at);
        data = padded;
        at = 0;
        end = padded.length;
    }

    private int repeatedValue() {
        int value = 0;
        for (int shift = 0; shift < bitWidth; shift += 8) {
            value |= (next() & 0xFF) << shift;
        }
        return value;
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; shift < WIDEST; shift += 7) {
            byte b = next();
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new MalformedException("a run of numbers has no end");
    }

    private byte next() {
        if (at >= end) {
            throw new MalformedException("a page ends before its values do");
        }
        return data[at++];
    }
}
