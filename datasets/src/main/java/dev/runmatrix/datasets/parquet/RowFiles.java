// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.parameters.Codec;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** Opens Parquet files for rows, as all files of datasets are written. */
final class RowFiles {

    private RowFiles() {}

    /**
     * Opens a file.
     *
     * @param rowGroupBytes about how large a row group may become in memory
     * @param rowGroupRows most rows of a row group
     */
    static ParquetWriter<Row> open(
            OutputFile output, MessageType schema, Codec codec, long rowGroupBytes, int rowGroupRows)
            throws IOException {
        return new Builder(output, new RowWriteSupport(schema))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Compression())
                .withCompressionCodec(name(codec))
                .withRowGroupSize(rowGroupBytes)
                .withRowGroupRowCountLimit(rowGroupRows)
                .withDictionaryEncoding(Schemas.INDEX, false)
                .build();
    }

    private static CompressionCodecName name(Codec codec) {
        return switch (codec) {
            case UNCOMPRESSED -> CompressionCodecName.UNCOMPRESSED;
            case SNAPPY -> CompressionCodecName.SNAPPY;
            case GZIP -> CompressionCodecName.GZIP;
            case ZSTD -> CompressionCodecName.ZSTD;
        };
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {

        private final WriteSupport<Row> support;

        Builder(OutputFile output, WriteSupport<Row> support) {
            super(output);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract in the parent; never called where a ParquetConfiguration is set.
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }
}
