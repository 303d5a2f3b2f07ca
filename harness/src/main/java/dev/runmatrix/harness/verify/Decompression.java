// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages. Parquet's own factory goes through a Hadoop configuration, whose XML parser this program does
 * without.
 */
final class Decompression implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("outputs are read here, not written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new PageDecompressor(codec);
    }

    @Override
    public void release() {}

    /**
     * Decompresses the pages of one column chunk.
     *
     * @param codec how they are compressed
     */
    private record PageDecompressor(CompressionCodecName codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int decompressedSize) throws IOException {
            return BytesInput.from(plain(page.toInputStream().readAllBytes(), decompressedSize));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
                throws IOException {
            byte[] compressed = new byte[compressedSize];
            input.get(compressed);
            output.put(plain(compressed, decompressedSize));
        }

        @Override
        public void release() {}

        private byte[] plain(byte[] compressed, int size) throws IOException {
            return switch (codec) {
                case UNCOMPRESSED -> compressed;
                case SNAPPY -> Snappy.uncompress(compressed);
                case ZSTD -> Zstd.decompress(compressed, size);
                case GZIP -> gunzip(compressed);
                default -> throw new IOException("an output compressed with " + codec);
            };
        }

        private static byte[] gunzip(byte[] compressed) throws IOException {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                return in.readAllBytes();
            }
        }
    }
}
