// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.benchmark;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.IdKind;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.read.TableReader;
import dev.runmatrix.aggregator.read.Vocabulary;
import dev.runmatrix.aggregator.storage.LocalFile;
import dev.runmatrix.aggregator.storage.LocalPath;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.time.Instants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding a column chunk from the page cache into an array, a value at a time in the score. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PageDecodeBenchmark {

    private static final int ROWS = 100_352;

    /** The values of the column, in SQL of {@code i}; distinct values decide how wide a dictionary's indexes are. */
    @Param({
        "random()",
        "(i % 16)::DOUBLE",
        "'name-' || hash(i) % 2",
        "'name-' || hash(i) % 50",
        "'name-' || hash(i) % 400",
        "'name-' || hash(i) % 10000",
        "'name-' || i // 1000"
    })
    public String values = "";

    private Optional<Chunk> chunk = Optional.empty();

    private record Chunk(ParquetFile file, TableReader reader, Batch batch) {}

    @Setup
    public void write() throws Exception {
        Path path = Files.createTempFile("page-decode", ".parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + values + " AS value FROM range(" + ROWS + ") t(i)) TO '" + path
                    + "' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE " + ROWS + ")");
        }
        boolean names = values.startsWith("'");
        TableColumns table = names
                ? new TableColumns(List.of(new IdColumn("value", IdKind.NAME, true)), List.of())
                : new TableColumns(List.of(), List.of("value"));
        Vocabulary vocabulary = new Vocabulary(
                new TextIds(), TextIds.NULL, new LabelSets(List.of()), LabelSets.EMPTY, text -> 0, new Instants(0, 0));
        chunk = Optional.of(new Chunk(
                FooterReader.read(new LocalFile(path), table),
                new TableReader(table, vocabulary),
                new Batch(table, ROWS)));
    }

    @TearDown
    public void remove() throws Exception {
        Chunk open = chunk.orElseThrow();
        open.reader.close();
        Files.delete(((LocalPath) open.file.location()).path());
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Batch decode() throws Exception {
        Chunk open = chunk.orElseThrow();
        open.reader.seek(open.file, 0, 0, open.batch);
        open.reader.read(open.batch, ROWS);
        return open.batch;
    }
}
