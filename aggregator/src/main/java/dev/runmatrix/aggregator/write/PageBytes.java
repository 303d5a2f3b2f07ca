// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.xerial.snappy.Snappy;

/** Bytes of a page, in Parquet's PLAIN encoding. */
final class PageBytes {

    private byte[] bytes;
    private int length;

    /** No bytes yet, and room for {@code expected}. */
    PageBytes(int expected) {
        bytes = new byte[expected];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Compresses a page and puts it behind these bytes; returns how many it became. */
    int putCompressed(PageBytes page, Compression compression) throws IOException {
        int size = switch (compression) {
            case SNAPPY -> putSnappy(page);
            case ZSTD -> putZstd(page);
        };
        length += size;
        return size;
    }

    private int putSnappy(PageBytes page) throws IOException {
        ensure(Snappy.maxCompressedLength(page.length));
        return Snappy.compress(page.bytes, 0, page.length, bytes, length);
    }

    private int putZstd(PageBytes page) throws IOException {
        int most = (int) Zstd.compressBound(page.length);
        ensure(most);
        long size =
                Zstd.compressByteArray(bytes, length, most, page.bytes, 0, page.length, Zstd.defaultCompressionLevel());
        if (Zstd.isError(size)) {
            throw new IOException("zstd: " + Zstd.getErrorName(size));
        }
        return (int) size;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    void putByte(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    void putInt(int value) {
        ensure(Integer.BYTES);
        for (int shift = 0; shift < Integer.SIZE; shift += 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) value);
        putInt((int) (value >>> Integer.SIZE));
    }

    void putText(byte[] text) {
        putInt(text.length);
        putBytes(text, text.length);
    }

    void putBytes(byte[] source, int count) {
        ensure(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
    }

    void putVarint(int value) {
        int rest = value;
        for (; (rest & ~0x7F) != 0; rest >>>= 7) {
            putByte((rest & 0x7F) | 0x80);
        }
        putByte(rest);
    }

    /** All numbers that are not NaN. */
    void putNumbers(double[] numbers) {
        ensure(numbers.length * Double.BYTES);
        ByteBuffer target =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(length);
        int from = 0;
        for (int i = 0; i <= numbers.length; i++) {
            if (i == numbers.length || Double.isNaN(numbers[i])) {
                target.asDoubleBuffer().put(numbers, from, i - from);
                target.position(target.position() + (i - from) * Double.BYTES);
                from = i + 1;
            }
        }
        length = target.position();
    }

    /** Makes room for what {@code count} more bytes may need. */
    private void ensure(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, count)));
        }
    }
}
