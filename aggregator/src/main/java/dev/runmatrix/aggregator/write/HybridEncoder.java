// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

/** Encodes small numbers as Parquet's hybrid of runs of equal ones and bit-packed groups of eight. */
final class HybridEncoder {

    private static final int GROUP = 8;

    private final PageBytes out;
    private final int width;
    private final int[] packed = new int[GROUP * 63];
    private int packedCount;

    HybridEncoder(PageBytes out, int width) {
        this.out = out;
        this.width = width;
    }

    /** Encodes the numbers that are not negative among the first {@code count}. */
    void putAll(int[] numbers, int count) {
        int i = 0;
        while (i < count) {
            int value = numbers[i];
            int run = i + 1;
            while (run < count && numbers[run] == value) {
                run++;
            }
            if (value >= 0) {
                putRun(value, run - i);
            }
            i = run;
        }
        flushPacked();
    }

    private void putRun(int value, int length) {
        int left = length;
        // A packed stretch can only end at a whole group.
        while (left > 0 && packedCount % GROUP != 0) {
            pack(value);
            left--;
        }
        if (left >= GROUP) {
            flushPacked();
            out.putVarint(left << 1);
            for (int shift = 0; shift < width; shift += 8) {
                out.putByte(value >>> shift);
            }
            return;
        }
        while (left-- > 0) {
            pack(value);
        }
    }

    private void pack(int value) {
        packed[packedCount++] = value;
        if (packedCount == packed.length) {
            flushPacked();
        }
    }

    private void flushPacked() {
        if (packedCount == 0) {
            return;
        }
        int groups = (packedCount + GROUP - 1) / GROUP;
        out.putVarint((groups << 1) | 1);
        long bits = 0;
        int held = 0;
        for (int i = 0; i < groups * GROUP; i++) {
            bits |= (i < packedCount ? packed[i] : 0L) << held;
            held += width;
            while (held >= 8) {
                out.putByte((int) bits);
                bits >>>= 8;
                held -= 8;
            }
        }
        packedCount = 0;
    }
}
