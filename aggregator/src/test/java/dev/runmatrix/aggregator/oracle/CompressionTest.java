// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.write.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written in each compression is read back by DuckDB. */
class CompressionTest {

    private static final String CELLS = "SELECT usage_start::DATE::VARCHAR AS day, namespace, node, pod_labels,"
            + " pod_usage_cpu_core_hours::DOUBLE AS cpu, resource_id FROM ";

    @TempDir
    private Path folder;

    @TempDir
    private Path outputs;

    @BeforeEach
    void writeTables() throws IOException {
        // A seed whose tables are not refused, and give rows.
        DirtyTables.write(2, folder);
    }

    @ParameterizedTest
    @EnumSource
    void duckDbReadsTheRowsOfTheCsv(Compression compression) throws Exception {
        Path parquet = aggregate("summary.parquet", compression);
        Path csv = aggregate("summary.csv", compression);
        try (DuckDb duckDb = new DuckDb()) {
            List<Map<String, Optional<Object>>> expected = duckDb.rows(
                    CELLS + "read_csv('" + csv + "', header = true, all_varchar = true, allow_quoted_nulls = false)");
            assertThat(expected).isNotEmpty();
            assertThat(duckDb.rows(CELLS + "'" + parquet + "'")).isEqualTo(expected);
            assertThat(codecs(duckDb, parquet)).containsExactly(compression.name());
        }
    }

    @Test
    void theCompressionChangesNoValue() throws Exception {
        Path snappy = aggregate("snappy.parquet", Compression.SNAPPY);
        Path zstd = aggregate("zstd.parquet", Compression.ZSTD);
        try (DuckDb duckDb = new DuckDb()) {
            assertThat(duckDb.rows("FROM '" + zstd + "'")).isEqualTo(duckDb.rows("FROM '" + snappy + "'"));
        }
    }

    private static List<Object> codecs(DuckDb duckDb, Path parquet) throws SQLException {
        return duckDb.rows("SELECT DISTINCT compression FROM parquet_metadata('" + parquet + "')").stream()
                .flatMap(row -> row.values().stream())
                .flatMap(Optional::stream)
                .toList();
    }

    private Path aggregate(String name, Compression compression) throws Exception {
        Path output = outputs.resolve(name);
        Aggregator.run(new AggregationConfig(
                List.of(folder),
                folder.resolve("params.json"),
                Output.file(output, compression),
                Mode.STREAMING,
                true,
                2,
                7,
                OptionalInt.empty(),
                true));
        return output;
    }
}
