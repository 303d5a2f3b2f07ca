// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/** Decompresses pages; none of the codecs writes outside of the part of the array it is given. */
final class Codecs {

    /** Sizes that no ratio accounts for: headers and trailers. */
    private static final int FRAME_BYTES = 64;

    private Codecs() {}

    /** Fails, before room is made for it, if so few bytes cannot become so many. */
    static void requirePlausible(CompressionCodec codec, int length, int outLength) {
        long most = (long) length * highestRatio(codec) + FRAME_BYTES;
        if (outLength > most) {
            throw new MalformedException(
                    "has a page of " + length + " bytes (" + codec + ") that claims to become " + outLength);
        }
    }

    /** Bytes that one byte can stand for, rounded up. */
    private static int highestRatio(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED -> 1;
            // A copy of 64 bytes in three.
            case SNAPPY -> 22;
            case LZ4, LZ4_RAW -> 256;
            // A copy of 258 bytes in two bits.
            case GZIP -> 1032;
            // A block of 128 KiB in four bytes.
            case ZSTD -> 1 << 15;
            default -> Integer.MAX_VALUE;
        };
    }

    /** Decompresses {@code length} bytes at {@code from} into exactly {@code outLength} bytes at {@code outFrom}. */
    static void decompress(
            CompressionCodec codec, byte[] in, int from, int length, byte[] out, int outFrom, int outLength) {
        try {
            tryDecompress(codec, in, from, length, out, outFrom, outLength);
        } catch (IOException e) {
            // Nothing is read from a file here, so it is the page that is wrong.
            throw new MalformedException("has a page that cannot be decompressed (" + codec + "): " + e.getMessage());
        }
    }

    private static void tryDecompress(
            CompressionCodec codec, byte[] in, int from, int length, byte[] out, int outFrom, int outLength)
            throws IOException {
        int written = switch (codec) {
            case UNCOMPRESSED -> copy(in, from, length, out, outFrom, outLength);
            case SNAPPY ->
                NativeCodecs.hasSnappy()
                        ? snappy(in, from, length, out, outFrom, outLength)
                        : new SnappyDecompressor().decompress(in, from, length, out, outFrom, outLength);
            case ZSTD ->
                NativeCodecs.hasZstd()
                        ? zstd(in, from, length, out, outFrom, outLength)
                        : new ZstdDecompressor().decompress(in, from, length, out, outFrom, outLength);
            case LZ4_RAW -> new Lz4Decompressor().decompress(in, from, length, out, outFrom, outLength);
            case LZ4 -> HadoopLz4.decompress(in, from, length, out, outFrom, outLength);
            case GZIP ->
                drain(new GZIPInputStream(new ByteArrayInputStream(in, from, length)), out, outFrom, outLength);
            case BROTLI ->
                drain(new BrotliInputStream(new ByteArrayInputStream(in, from, length)), out, outFrom, outLength);
            default -> throw new MalformedException("is compressed by " + codec + ", which is not supported");
        };
        if (written != outLength) {
            throw new MalformedException("has a page of " + written + " bytes whose header says " + outLength);
        }
    }

    private static int copy(byte[] in, int from, int length, byte[] out, int outFrom, int outLength) {
        if (length == outLength) {
            System.arraycopy(in, from, out, outFrom, length);
        }
        return length;
    }

    private static int snappy(byte[] in, int from, int length, byte[] out, int outFrom, int outLength)
            throws IOException {
        // The native code trusts its caller for the size of the output.
        int size = Snappy.uncompressedLength(in, from, length);
        return size == outLength ? Snappy.uncompress(in, from, length, out, outFrom) : size;
    }

    private static int zstd(byte[] in, int from, int length, byte[] out, int outFrom, int outLength) {
        long size = Zstd.decompressByteArray(out, outFrom, outLength, in, from, length);
        if (Zstd.isError(size)) {
            throw new MalformedException("zstd: " + Zstd.getErrorName(size));
        }
        return (int) size;
    }

    private static int drain(InputStream stream, byte[] out, int outFrom, int outLength) throws IOException {
        try (stream) {
            int size = stream.readNBytes(out, outFrom, outLength);
            return stream.read() < 0 ? size : size + 1;
        }
    }
}
