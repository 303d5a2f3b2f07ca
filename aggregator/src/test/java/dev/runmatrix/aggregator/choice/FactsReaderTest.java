// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.storage.LocalFile;
import dev.runmatrix.aggregator.storage.LocalPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsReaderTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void factsAreThoseOfTheFooters() throws Exception {
        ParquetFile first = pods("a", "TIMESTAMP '2025-11-01' + INTERVAL (r // 2048) DAY", "'x' || r AS unknown");
        ParquetFile second =
                pods("b", "TIMESTAMP '2025-11-02' + INTERVAL (r // 2048) DAY", "MAP {'k': 'v'} AS pod_labels");
        ParquetFile labels =
                file("n", "SELECT TIMESTAMP '2025-11-01' AS interval_start, 'n' AS node", LabelColumns.NODES);
        InputFacts facts = FactsReader.read(List.of(first, second), List.of(labels), List.of());
        assertThat(facts.files()).isEqualTo(3);
        assertThat(facts.rows()).isEqualTo(8192);
        assertThat(facts.rowGroups()).isEqualTo(4);
        assertThat(facts.largestRowGroup()).isEqualTo(2048);
        assertThat(facts.days()).hasValue(3);
        assertThat(facts.openRows()).hasValue(4096);
        assertThat(facts.separable()).isTrue();
    }

    @Test
    void bytesAreThoseOfTheColumnsThatAreRead() throws Exception {
        ParquetFile plain = pods("a", "TIMESTAMP '2025-11-01'", "md5(r::VARCHAR) AS unknown");
        ParquetFile maps = pods("b", "TIMESTAMP '2025-11-01'", "MAP {'k' || r: 'v' || r} AS pod_labels");
        InputFacts without = FactsReader.read(List.of(plain), List.of(), List.of());
        InputFacts with = FactsReader.read(List.of(maps), List.of(), List.of());
        assertThat(without.compressedBytes())
                .isPositive()
                .isLessThan(Files.size(((LocalPath) plain.location()).path()) / 2);
        assertThat(with.compressedBytes()).isGreaterThan(Files.size(((LocalPath) maps.location()).path()) * 3 / 4);
        assertThat(with.textBytes()).isGreaterThan(without.textBytes() * 2);
        // One page of decimals, decompressed and compressed.
        assertThat(without.pagesBytes()).isBetween(2L * 2048 * 16, 3L * 2048 * 16);
        assertThat(without.rowGroupTextBytes()).isLessThan(without.textBytes());
    }

    @Test
    void pagesThatTheFooterCountsAreSmallerThanTheirColumn() throws Exception {
        assertThat(pagesBytes(1_000_000)).isGreaterThan(3 * 30_000 * Double.BYTES);
        assertThat(pagesBytes(1_000)).isBetween(3L * 1_000 * Double.BYTES, 30_000L * Double.BYTES);
    }

    private long pagesBytes(int rowsOfPage) throws Exception {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message pods { required int64 interval_start (TIMESTAMP(MILLIS,true)); required binary namespace;"
                        + " required binary node; required double pod_usage_cpu_core_seconds; }");
        Path file = directory.resolve("paged-" + rowsOfPage + ".parquet");
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withDictionaryEncoding(false)
                .withPageRowCountLimit(rowsOfPage)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
        try (ParquetWriter<Group> writer = builder.build()) {
            for (int row = 0; row < 30_000; row++) {
                writer.write(new SimpleGroup(schema)
                        .append("interval_start", 0L)
                        .append("namespace", "n")
                        .append("node", "n")
                        .append("pod_usage_cpu_core_seconds", row * 0.7));
            }
        }
        return FactsReader.read(List.of(FooterReader.read(new LocalFile(file), PodColumns.TABLE)), List.of(), List.of())
                .pagesBytes();
    }

    @Test
    void oneRowGroupWithoutStatisticsLeavesTheDaysOpen() throws Exception {
        ParquetFile known = pods("a", "TIMESTAMP '2025-11-01'", "1 AS one");
        ParquetFile unknown = pods("b", "NULL::TIMESTAMP", "1 AS one");
        InputFacts facts = FactsReader.read(List.of(known, unknown), List.of(), List.of());
        assertThat(facts.days()).isEmpty();
        assertThat(facts.openRows()).isEmpty();
        assertThat(facts.separable()).isFalse();
    }

    private ParquetFile pods(String name, String instant, String more) throws Exception {
        return file(
                name,
                "SELECT " + instant + " AS interval_start, 'a' AS namespace, 'b' AS node, r * 0.7 AS"
                        + " pod_usage_cpu_core_seconds, " + more + " FROM range(4096) t(r)",
                PodColumns.TABLE);
    }

    private ParquetFile file(String name, String query, TableColumns table) throws Exception {
        Path file = directory.resolve(name + ".parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        }
        return FooterReader.read(new LocalFile(file), table);
    }
}
