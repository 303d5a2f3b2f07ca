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
        int to = from + count;
        int at = takeHeld(out, from, to);
        int whole = (to - at) / GROUP * GROUP;
        if (whole > 0) {
            unpack(out, at, at + whole);
            at += whole;
        }
        if (at < to) {
            unpack(group, 0, GROUP);
            groupLeft = GROUP;
            takeHeld(out, at, to);
        }
        return count;
    }

    /** Takes what is left of a group that was begun. */
    private int takeHeld(int[] out, int from, int to) {
        int at = from;
        while (at < to && groupLeft > 0) {
            out[at++] = group[GROUP - groupLeft--];
        }
        return at;
    }

    /** Unpacks whole groups of eight numbers, which fill {@code bitWidth} bytes each. */
    private void unpack(int[] out, int from, int to) {
        if (bitWidth == 0) {
            Arrays.fill(out, from, to, 0);
        } else if (bitWidth <= Byte.SIZE) {
            unpackNarrow(data, at, bitWidth, out, from, to);
        } else if (bitWidth <= Short.SIZE) {
            unpackMedium(data, at, bitWidth, out, from, to);
        } else {
            unpackWide(data, at, bitWidth, out, from, to);
        }
        at += (to - from) / GROUP * bitWidth;
    }

    /** Numbers of up to 8 bits: a group fits a long. */
    private static void unpackNarrow(byte[] data, int from, int width, int[] out, int begin, int end) {
        int mask = (1 << width) - 1;
        int position = from;
        for (int i = begin; i < end; i += GROUP) {
            long bits = 0;
            for (int shift = 0; shift < width * Byte.SIZE; shift += Byte.SIZE) {
                bits |= (data[position++] & 0xFFL) << shift;
            }
            out[i] = (int) bits & mask;
            bits >>>= width;
            out[i + 1] = (int) bits & mask;
            bits >>>= width;
            out[i + 2] = (int) bits & mask;
            bits >>>= width;
            out[i + 3] = (int) bits & mask;
            bits >>>= width;
            out[i + 4] = (int) bits & mask;
            bits >>>= width;
            out[i + 5] = (int) bits & mask;
            bits >>>= width;
            out[i + 6] = (int) bits & mask;
            bits >>>= width;
            out[i + 7] = (int) bits & mask;
        }
    }

    /** Numbers of up to 16 bits: half a group fits a long. */
    private static void unpackMedium(byte[] data, int from, int width, int[] out, int begin, int end) {
        int mask = (1 << width) - 1;
        int position = from;
        int half = width * GROUP / 2;
        for (int i = begin; i < end; i += GROUP) {
            long bits = 0;
            for (int shift = 0; shift < half; shift += Byte.SIZE) {
                bits |= (data[position++] & 0xFFL) << shift;
            }
            out[i] = (int) bits & mask;
            bits >>>= width;
            out[i + 1] = (int) bits & mask;
            bits >>>= width;
            out[i + 2] = (int) bits & mask;
            bits >>>= width;
            out[i + 3] = (int) bits & mask;
            // Half a byte is left over where the width is odd.
            bits >>>= width;
            int held = (half + Byte.SIZE - 1) / Byte.SIZE * Byte.SIZE - half;
            for (int shift = held; shift < half; shift += Byte.SIZE) {
                bits |= (data[position++] & 0xFFL) << shift;
            }
            out[i + 4] = (int) bits & mask;
            bits >>>= width;
            out[i + 5] = (int) bits & mask;
            bits >>>= width;
            out[i + 6] = (int) bits & mask;
            bits >>>= width;
            out[i + 7] = (int) bits & mask;
        }
    }

    private static void unpackWide(byte[] data, int from, int width, int[] out, int begin, int end) {
        long mask = (1L << width) - 1;
        int position = from;
        long bits = 0;
        int held = 0;
        for (int i = begin; i < end; i++) {
            while (held < width) {
                bits |= (data[position++] & 0xFFL) << held;
                held += Byte.SIZE;
            }
            out[i] = (int) (bits & mask);
            bits >>>= width;
            held -= width;
        }
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
