// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The aggregator, and the reference too, against SQL on the same clean Parquet files. */
final class DuckDbOracleTest {
    private static final ReferenceParams PARAMS = new ReferenceParams(
            Set.of("app", "team", "env", "zone"),
            List.of(
                    new ReferenceParams.CostCategory("ns-_", 1),
                    new ReferenceParams.CostCategory("%-3", 4),
                    new ReferenceParams.CostCategory("NS%", 9)),
            Optional.empty(),
            Optional.empty(),
            1,
            "c",
            "c",
            "u");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMPRESSION uncompressed, ROW_GROUP_SIZE 2048",
                "COMPRESSION snappy",
                "COMPRESSION gzip",
                "COMPRESSION zstd, PARQUET_VERSION V2",
                "COMPRESSION lz4_raw, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1",
                "COMPRESSION brotli, DICTIONARY_SIZE_LIMIT 1"
            })
    void theReferenceIsThatOfSqlToTheBit(String options) throws IOException, SQLException {
        try (DuckDb duckDb = new DuckDb()) {
            CleanTables.write(duckDb, folder, options);
            TableFiles files = TableFiles.below(folder);
            List<SummaryRow> sql = DuckDbSummary.rows(duckDb, files, PARAMS);
            List<SummaryRow> reference =
                    ReferenceAggregator.run(InputTables.read(files), PARAMS).rows();
            assertThat(sql).hasSizeGreaterThan(50).hasSameSizeAs(reference);
            for (int row = 0; row < sql.size(); row++) {
                assertThat(reference.get(row).cells())
                        .containsAllEntriesOf(sql.get(row).cells());
            }
        }
    }
}
