// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/** Compresses and decompresses whole pages on the heap with the codec's own library, without Hadoop. */
record PageCodec(CompressionCodecName name) implements BytesInputCompressor, BytesInputDecompressor {
    @Override
    public CompressionCodecName getCodecName() {
        return name;
    }

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
        return BytesInput.from(compressed(bytesOf(page)));
    }

    @Override
    public BytesInput decompress(BytesInput page, int decompressedBytes) throws IOException {
        return BytesInput.from(decompressed(bytesOf(page), decompressedBytes));
    }

    @Override
    public void decompress(ByteBuffer page, int compressedBytes, ByteBuffer target, int decompressedBytes)
            throws IOException {
        byte[] bytes = new byte[compressedBytes];
        page.get(bytes);
        target.put(decompressed(bytes, decompressedBytes));
    }

    @Override
    public void release() {}

    private static byte[] bytesOf(BytesInput page) throws IOException {
        return page.toInputStream().readAllBytes();
    }

    private byte[] compressed(byte[] page) throws IOException {
        return switch (name) {
            case UNCOMPRESSED -> page;
            case SNAPPY -> Snappy.compress(page);
            case GZIP -> gzip(page);
            case ZSTD -> Zstd.compress(page);
            case LZ4_RAW -> lz4(page);
            default -> throw new IOException("no compressor for " + name);
        };
    }

    private byte[] decompressed(byte[] page, int decompressedBytes) throws IOException {
        return switch (name) {
            case UNCOMPRESSED -> page;
            case SNAPPY -> Snappy.uncompress(page);
            case GZIP -> new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes();
            case ZSTD -> Zstd.decompress(page, decompressedBytes);
            case LZ4_RAW -> unLz4(page, decompressedBytes);
            case BROTLI -> new BrotliInputStream(new ByteArrayInputStream(page)).readAllBytes();
            default -> throw new IOException("no decompressor for " + name);
        };
    }

    private static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page);
        }
        return bytes.toByteArray();
    }

    private static byte[] lz4(byte[] page) {
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] block = new byte[compressor.maxCompressedLength(page.length)];
        return Arrays.copyOf(block, compressor.compress(page, 0, page.length, block, 0, block.length));
    }

    private static byte[] unLz4(byte[] page, int decompressedBytes) {
        byte[] bytes = new byte[decompressedBytes];
        new Lz4Decompressor().decompress(page, 0, page.length, bytes, 0, bytes.length);
        return bytes;
    }
}
