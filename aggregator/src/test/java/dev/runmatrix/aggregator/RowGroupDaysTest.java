// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT96;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.storage.LocalFile;
import dev.runmatrix.aggregator.time.DayRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of row groups in files of real writers. */
class RowGroupDaysTest {

    private static final long DAY_MILLIS = 86_400_000;

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMPTZ", "DATE"})
    void duckDbTellsTheDaysOfInstants(String type) throws Exception {
        assertThat(duckDb("(TIMESTAMP '1969-12-31' + INTERVAL (r // 2048) DAY)::" + type))
                .containsExactly(days("1969-12-31", "1969-12-31"), days("1970-01-01", "1970-01-01"));
    }

    @Test
    void duckDbTellsTheDaysOfTexts() throws Exception {
        assertThat(duckDb("'2025-11-0' || (1 + r // 2048) || ' 00:00:00 +0000 UTC'"))
                .containsExactly(days("2025-10-31", "2025-11-02"), days("2025-11-01", "2025-11-03"));
    }

    @Test
    void nullsAreOnNoDay() throws Exception {
        assertThat(duckDb("CASE WHEN r % 2 = 1 THEN TIMESTAMP '2025-11-01' END"))
                .containsExactly(days("2025-11-01", "2025-11-01"), days("2025-11-01", "2025-11-01"));
        assertThat(duckDb("NULL::TIMESTAMP")).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void parquetHadoopTellsTheDaysOfInstants() throws Exception {
        PrimitiveType millis = Types.optional(INT64)
                .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MILLIS))
                .named("interval_start");
        assertThat(hadoop(millis, DAY_MILLIS, 2 * DAY_MILLIS - 1)).containsExactly(days("1970-01-02", "1970-01-02"));
        assertThat(hadoop(millis, -1L, DAY_MILLIS)).containsExactly(days("1969-12-31", "1970-01-02"));
    }

    @Test
    void parquetHadoopTellsTheDaysOfTextsAnnotatedOrNot() throws Exception {
        Optional<DayRange> expected = days("2025-10-31", "2025-11-03");
        Binary first = Binary.fromString("2025-11-01 00:00");
        Binary last = Binary.fromString("2025-11-02T10:00Z");
        PrimitiveType text =
                Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named("interval_start");
        assertThat(hadoop(text, first, last)).containsExactly(expected);
        assertThat(hadoop(Types.optional(BINARY).named("interval_start"), first, last))
                .containsExactly(expected);
    }

    @Test
    void int96HasNoDays() throws Exception {
        Binary instant = Binary.fromConstantByteArray(new byte[12]);
        assertThat(hadoop(Types.optional(INT96).named("interval_start"), instant, instant))
                .containsExactly(Optional.empty());
    }

    private List<Optional<DayRange>> duckDb(String instant) throws Exception {
        String query = "SELECT " + instant + " AS interval_start, 'a' AS namespace, 'b' AS node FROM range(4096) t(r)";
        return read(TestFiles.write(directory.resolve("pod_usage.parquet"), query, ", ROW_GROUP_SIZE 2048"));
    }

    private List<Optional<DayRange>> hadoop(PrimitiveType type, Object... instants) throws Exception {
        MessageType schema = Types.buildMessage()
                .addField(type)
                .optional(BINARY)
                .named("namespace")
                .optional(BINARY)
                .named("node")
                .named("pods");
        Path file = directory.resolve("pod_usage-" + System.nanoTime() + ".parquet");
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withType(schema);
        try (ParquetWriter<Group> writer = builder.build()) {
            for (Object instant : instants) {
                Group row = new SimpleGroup(schema);
                if (instant instanceof Binary text) {
                    row.add(0, text);
                } else {
                    row.add(0, (long) instant);
                }
                writer.write(row);
            }
        }
        return read(file);
    }

    private static List<Optional<DayRange>> read(Path path) throws Exception {
        ParquetFile file = FooterReader.read(new LocalFile(path), PodColumns.TABLE);
        return IntStream.range(0, file.rowGroupCount()).mapToObj(file::days).toList();
    }

    private static Optional<DayRange> days(String first, String last) {
        return Optional.of(new DayRange(
                LocalDate.parse(first).toEpochDay(), LocalDate.parse(last).toEpochDay()));
    }
}
