// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Compresses pages. Parquet's own factory goes through a Hadoop configuration, whose XML parser this program does without.
 */
final class Compression implements CompressionCodecFactory {

    private static final int ZSTD_LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new PageCompressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("datasets are written here, not read");
    }

    @Override
    public void release() {}

    private record PageCompressor(CompressionCodecName codec) implements BytesInputCompressor {

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            return switch (codec) {
                case UNCOMPRESSED -> page;
                case SNAPPY -> BytesInput.from(Snappy.compress(bytes(page)));
                case ZSTD -> BytesInput.from(Zstd.compress(bytes(page), ZSTD_LEVEL));
                case GZIP -> BytesInput.from(gzip(page));
                default -> throw new IOException("codec " + codec + " is not offered");
            };
        }

        private static byte[] bytes(BytesInput page) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(page.size()));
            page.writeAllTo(bytes);
            return bytes.toByteArray();
        }

        private static byte[] gzip(BytesInput page) throws IOException {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
                page.writeAllTo(out);
            }
            return compressed.toByteArray();
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {}
    }
}
