// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The library's own factory asks for a Hadoop configuration, whose classes are not there. */
final class PageCodecs implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return new PageCodec(name);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return new PageCodec(name);
    }

    @Override
    public void release() {}
}
