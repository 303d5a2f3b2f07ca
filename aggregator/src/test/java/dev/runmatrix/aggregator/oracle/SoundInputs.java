// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.oracle.MutantRows.Instants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** Much the same rows, in the ways of writing that differ most: small pages, several row groups, every kind of column. */
final class SoundInputs {
    private static final int ROW_GROUP_ROWS = 40;
    private static final int PAGE_ROWS = 15;
    private static final int HOURS = 30;

    private static final List<Writing> WRITINGS = List.of(
            new Writing("plain", CompressionCodecName.UNCOMPRESSED, 1, false, false, Instants.MILLIS, false),
            new Writing("dictionary", CompressionCodecName.UNCOMPRESSED, 1, true, false, Instants.MILLIS, false),
            new Writing("maps", CompressionCodecName.UNCOMPRESSED, 1, true, false, Instants.INT96, true),
            new Writing("v2", CompressionCodecName.UNCOMPRESSED, 2, false, false, Instants.NANOS, true),
            new Writing("v2-dictionary", CompressionCodecName.UNCOMPRESSED, 2, true, false, Instants.TEXT, false),
            new Writing("snappy", CompressionCodecName.SNAPPY, 1, true, false, Instants.MILLIS, false),
            new Writing("snappy-checksums", CompressionCodecName.SNAPPY, 1, true, true, Instants.NANOS, false),
            new Writing("zstd", CompressionCodecName.ZSTD, 2, true, false, Instants.MILLIS, true),
            new Writing("gzip", CompressionCodecName.GZIP, 1, false, false, Instants.INT96, true),
            new Writing("lz4", CompressionCodecName.LZ4_RAW, 2, false, false, Instants.MILLIS, false));

    private SoundInputs() {}

    private record Writing(
            String name,
            CompressionCodecName codec,
            int version,
            boolean hasDictionaries,
            boolean hasChecksums,
            Instants instants,
            boolean hasMaps) {}

    /** Writes them all below a folder. */
    static List<SoundInput> write(Path folder) throws IOException, InputException, SQLException {
        List<SoundInput> inputs = new ArrayList<>();
        for (Writing writing : WRITINGS) {
            Path inside = Files.createDirectory(folder.resolve(writing.name()));
            write(writing, inside);
            inputs.add(SoundInput.of(writing.name(), inside, writing.version() == 1));
        }
        Path duckDb = Files.createDirectory(folder.resolve("duckdb"));
        rewriteWithDuckDb(folder.resolve("dictionary"), duckDb);
        inputs.add(SoundInput.of("duckdb", duckDb, true));
        return inputs;
    }

    private static void write(Writing writing, Path folder) throws IOException {
        Dice dice = new Dice(writing.name().hashCode());
        MutantRows first = new MutantRows(dice, writing.instants(), writing.hasMaps(), 0);
        write(writing, folder.resolve("pod_usage-0.parquet"), first.podUsage(), HOURS * MutantRows.PODS);
        MutantRows second = new MutantRows(dice, writing.instants(), writing.hasMaps(), HOURS);
        write(writing, folder.resolve("pod_usage-1.parquet"), second.podUsage(), HOURS * MutantRows.PODS);
        MutantRows nodes = new MutantRows(dice, writing.instants(), writing.hasMaps(), 0);
        write(writing, folder.resolve("node_labels.parquet"), nodes.labelRows("node"), 90);
        MutantRows namespaces = new MutantRows(dice, writing.instants(), writing.hasMaps(), 20);
        write(writing, folder.resolve("namespace_labels.parquet"), namespaces.labelRows("namespace"), 60);
    }

    private static void write(Writing writing, Path file, List<DirtyColumn> columns, int rows) throws IOException {
        MessageType schema =
                new MessageType("rows", columns.stream().map(DirtyColumn::type).toArray(Type[]::new));
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCodecFactory(new PageCodecs())
                .withCompressionCodec(writing.codec())
                .withWriterVersion(writing.version() == 1 ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0)
                .withDictionaryEncoding(writing.hasDictionaries())
                .withPageWriteChecksumEnabled(writing.hasChecksums())
                .withByteStreamSplitEncoding(writing.codec() == CompressionCodecName.LZ4_RAW)
                .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
                .withPageRowCountLimit(PAGE_ROWS)
                .withMinRowCountForPageSizeCheck(1)
                .build()) {
            for (int row = 0; row < rows; row++) {
                Group group = new SimpleGroup(schema);
                columns.forEach(column -> column.filler().fill(group));
                writer.write(group);
            }
        }
    }

    private static void rewriteWithDuckDb(Path from, Path to) throws IOException, SQLException {
        try (DuckDb duckDb = new DuckDb()) {
            duckDb.execute("SET threads = 1");
            for (Path file : TableFiles.below(from).all()) {
                Path copy = to.resolve(file.getFileName());
                duckDb.execute("COPY (FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)"
                        .formatted(DuckDb.relation(List.of(file)), DuckDb.quoted(copy.toString())));
            }
        }
    }
}
