// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import org.apache.parquet.format.Encoding;

/** Starts the decoding of definition and repetition levels, whose two encodings differ in the order of bits. */
final class Levels {

    private Levels() {}

    /** The number of bits that a level up to {@code most} needs. */
    static int bitWidth(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    /**
     * Starts levels of a page of the first version at {@code from}.
     *
     * @return where the levels end
     */
    static int startFirstVersion(
            HybridDecoder decoder, byte[] data, int from, int to, Encoding encoding, int most, int count) {
        int width = bitWidth(most);
        if (encoding == Encoding.BIT_PACKED) {
            long length = ((long) count * width + 7) / 8;
            requireFits(length, from, to);
            byte[] runs = fromHighBits(data, from, width, count);
            decoder.start(runs, 0, runs.length, width);
            return from + (int) length;
        }
        requireFits(Integer.BYTES, from, to);
        int begin = from + Integer.BYTES;
        long length = LittleEndian.unsignedInt(data, from);
        requireFits(length, begin, to);
        decoder.start(data, begin, begin + (int) length, width);
        return begin + (int) length;
    }

    private static void requireFits(long length, int from, int to) {
        if (length > to - from) {
            throw new MalformedException("the levels of a page are longer than the page");
        }
    }

    /** Levels packed from the high bit down, as one hybrid run packed from the low bit up. */
    private static byte[] fromHighBits(byte[] data, int from, int width, int count) {
        int groups = (count + 7) / 8;
        byte[] header = new byte[5];
        int headerLength = 0;
        for (int rest = (groups << 1) | 1; headerLength == 0 || rest != 0; rest >>>= 7) {
            header[headerLength++] = (byte) (rest >>> 7 == 0 ? rest : (rest & 0x7F) | 0x80);
        }
        byte[] runs = new byte[headerLength + groups * width];
        System.arraycopy(header, 0, runs, 0, headerLength);
        for (int bit = 0; bit < count * width; bit++) {
            int value = (data[from + bit / 8] >> (7 - bit % 8)) & 1;
            int place = bit / width * width + width - 1 - bit % width;
            runs[headerLength + place / 8] |= (byte) (value << place % 8);
        }
        return runs;
    }
}
