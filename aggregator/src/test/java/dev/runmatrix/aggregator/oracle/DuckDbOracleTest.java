// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The aggregator, and the reference too, against SQL on the same clean Parquet files, which DuckDB wrote. */
final class DuckDbOracleTest {
    @TempDir
    private Path folder;

    static Stream<String> options() {
        return Stream.of(
                "COMPRESSION uncompressed, ROW_GROUP_SIZE 2048",
                "COMPRESSION snappy",
                "COMPRESSION gzip",
                "COMPRESSION zstd, PARQUET_VERSION V2",
                "COMPRESSION lz4_raw, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1",
                "COMPRESSION brotli, DICTIONARY_SIZE_LIMIT 1");
    }

    @ParameterizedTest
    @MethodSource("options")
    void theSummaryIsThatOfSqlToTheBit(String options) throws IOException, SQLException, InputException {
        List<SummaryRow> sql = sql(options);
        Path output = folder.resolve("summary.csv");
        Aggregator.run(Setting.PLAIN.config(List.of(folder), CleanTables.params(folder), output));
        WrittenSummary summary = WrittenSummary.parse(Files.readString(output));
        assertThat(Difference.between(sql, summary, Nearness.EQUAL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("options")
    void theReferenceIsThatOfSqlToTheBit(String options) throws IOException, SQLException {
        List<SummaryRow> sql = sql(options);
        ReferenceParams params = ReferenceParams.read(CleanTables.params(folder));
        List<SummaryRow> reference = ReferenceAggregator.run(InputTables.read(TableFiles.below(folder)), params)
                .rows();
        assertThat(sql).hasSizeGreaterThan(50).hasSameSizeAs(reference);
        for (int row = 0; row < sql.size(); row++) {
            assertThat(reference.get(row).cells())
                    .containsAllEntriesOf(sql.get(row).cells());
        }
    }

    private List<SummaryRow> sql(String options) throws IOException, SQLException {
        try (DuckDb duckDb = new DuckDb()) {
            CleanTables.write(duckDb, folder, options);
            return DuckDbSummary.rows(
                    duckDb, TableFiles.below(folder), ReferenceParams.read(CleanTables.params(folder)));
        }
    }
}
