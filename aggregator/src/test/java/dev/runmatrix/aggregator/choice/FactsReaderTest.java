// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
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
        assertThat(without.compressedBytes()).isPositive().isLessThan(Files.size(plain.path()) / 2);
        assertThat(with.compressedBytes()).isGreaterThan(Files.size(maps.path()) * 3 / 4);
        assertThat(with.textBytes()).isGreaterThan(without.textBytes() * 2);
        assertThat(without.pagesBytes()).isGreaterThan(2048 * Double.BYTES);
        assertThat(without.rowGroupTextBytes()).isLessThan(without.textBytes());
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
        return FooterReader.read(file, table);
    }
}
