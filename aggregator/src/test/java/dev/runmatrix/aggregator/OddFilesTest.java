// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT96;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB cannot write: INT96, malformed UTF-8, small pages, encodings of other writers. */
class OddFilesTest {

    private static final int JULIAN_EPOCH = 2_440_588;

    private static final MessageType SCHEMA = Types.buildMessage()
            .optional(INT96)
            .named("interval_start")
            .optional(BINARY)
            .named("namespace")
            .required(BINARY)
            .named("node")
            .optional(DOUBLE)
            .named("pod_usage_cpu_core_seconds")
            .named("pods");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void int96IsDayAndNanosecond() throws Exception {
        assertThat(summary(builder -> builder)).contains("1969-12-31,1969-12-31,");
    }

    @Test
    void malformedTextIsRepaired() throws Exception {
        assertThat(summary(builder -> builder)).contains("\"n\uFFFD\"");
    }

    @Test
    void smallPagesBothVersionsAndAllEncodingsReadTheSame() throws Exception {
        String expected = summary(builder -> builder);
        assertThat(summary(builder -> builder.withPageRowCountLimit(3))).isEqualTo(expected);
        assertThat(summary(builder -> builder.withPageRowCountLimit(7).withWriterVersion(WriterVersion.PARQUET_2_0)))
                .isEqualTo(expected);
        assertThat(summary(builder -> builder.withDictionaryEncoding(false))).isEqualTo(expected);
        assertThat(summary(builder -> builder.withDictionaryEncoding(false)
                        .withPageRowCountLimit(100)
                        .withWriterVersion(WriterVersion.PARQUET_2_0)))
                .isEqualTo(expected);
        assertThat(summary(builder -> builder.withDictionaryEncoding(false)
                        .withByteStreamSplitEncoding(true)
                        .withWriterVersion(WriterVersion.PARQUET_2_0)))
                .isEqualTo(expected);
    }

    @Test
    void aDictionaryThatIsGivenUpInMidChunkReadsTheSame() throws Exception {
        assertThat(summary(builder -> builder.withDictionaryPageSize(64).withPageRowCountLimit(50)))
                .isEqualTo(summary(builder -> builder));
    }

    private String summary(UnaryOperator<ExampleParquetWriter.Builder> options) throws Exception {
        Path file = directory.resolve("pod_usage.parquet");
        write(file, options);
        return TestFiles.csv(file, directory);
    }

    private static void write(Path file, UnaryOperator<ExampleParquetWriter.Builder> options) throws IOException {
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
        try (ParquetWriter<Group> writer = options.apply(builder).build()) {
            for (int row = 0; row < 1000; row++) {
                writer.write(row(row));
            }
        }
    }

    private static Group row(int row) {
        Group group = new SimpleGroup(SCHEMA);
        if (row % 50 != 0) {
            LocalDate day = LocalDate.of(1969, 12, 31).plusDays(row % 3);
            group.add("interval_start", int96(day, 3_600_000_000_000L * (row % 24)));
        }
        if (row % 7 != 0) {
            group.add("namespace", Binary.fromConstantByteArray(new byte[] {'n', (byte) 0xC3}));
        }
        group.add("node", Binary.fromString("node-" + row % 10));
        if (row % 5 != 0) {
            group.add("pod_usage_cpu_core_seconds", row * 0.7);
        }
        return group;
    }

    private static Binary int96(LocalDate day, long nanoOfDay) {
        return Binary.fromConstantByteBuffer(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(nanoOfDay)
                .putInt((int) day.toEpochDay() + JULIAN_EPOCH)
                .flip());
    }
}
