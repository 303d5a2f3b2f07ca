// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Writes rows with a random codec, page version, encoding and sizes of pages and row groups. */
final class DirtyParquet {
    private DirtyParquet() {}

    static void write(Dice dice, Path file, List<DirtyColumn> columns, int rows) throws IOException {
        MessageType schema =
                new MessageType("rows", columns.stream().map(DirtyColumn::type).toArray(Type[]::new));
        try (ParquetWriter<Group> writer = writer(dice, file, schema, rows)) {
            for (int row = 0; row < rows; row++) {
                Group record = new SimpleGroup(schema);
                columns.forEach(column -> column.filler().fill(record));
                writer.write(record);
            }
        }
    }

    /** Writes rows that there are already. */
    static void write(Dice dice, Path file, MessageType schema, List<Group> rows) throws IOException {
        try (ParquetWriter<Group> writer = writer(dice, file, schema, rows.size())) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
    }

    private static ParquetWriter<Group> writer(Dice dice, Path file, MessageType schema, int rows) throws IOException {
        return ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCodecFactory(new PageCodecs())
                .withCompressionCodec(dice.pick(
                        CompressionCodecName.UNCOMPRESSED,
                        CompressionCodecName.SNAPPY,
                        CompressionCodecName.GZIP,
                        CompressionCodecName.ZSTD,
                        CompressionCodecName.LZ4_RAW))
                .withWriterVersion(dice.pick(WriterVersion.PARQUET_1_0, WriterVersion.PARQUET_2_0))
                .withDictionaryEncoding(!dice.oneIn(3))
                .withDictionaryPageSize(dice.pick(100, 1 << 20))
                .withByteStreamSplitEncoding(dice.oneIn(4))
                .withRowGroupRowCountLimit(Math.max(rows / 40, dice.pick(1, 3, 10, 1_000)))
                .withPageRowCountLimit(dice.pick(1, 2, 7, 1_000, 10_000))
                .withMinRowCountForPageSizeCheck(1)
                .build();
    }
}
