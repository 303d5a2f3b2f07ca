// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine that shares no code with the generator finds in the files. */
class StoredFilesTest {

    @TempDir
    private Path directory;

    @Test
    void layoutPocHasNanosecondsWholeCapacitiesAndAnIndex() throws DatasetException, SQLException {
        try (DuckDb duck = over("tiny")) {
            assertThat(columns(duck, "pods"))
                    .containsExactly(
                            "report_period_start TIMESTAMP_NS",
                            "report_period_end TIMESTAMP_NS",
                            "interval_start TIMESTAMP_NS",
                            "interval_end TIMESTAMP_NS",
                            "pod VARCHAR",
                            "namespace VARCHAR",
                            "node VARCHAR",
                            "resource_id VARCHAR",
                            "pod_usage_cpu_core_seconds DOUBLE",
                            "pod_request_cpu_core_seconds DOUBLE",
                            "pod_limit_cpu_core_seconds DOUBLE",
                            "pod_usage_memory_byte_seconds DOUBLE",
                            "pod_request_memory_byte_seconds DOUBLE",
                            "pod_limit_memory_byte_seconds DOUBLE",
                            "node_capacity_cpu_cores BIGINT",
                            "node_capacity_cpu_core_seconds BIGINT",
                            "node_capacity_memory_bytes BIGINT",
                            "node_capacity_memory_byte_seconds BIGINT",
                            "pod_labels VARCHAR",
                            "__index_level_0__ BIGINT");
            assertThat(columns(duck, "nodes"))
                    .contains("interval_start TIMESTAMP_NS", "node VARCHAR", "node_labels VARCHAR");
            assertThat(columns(duck, "namespaces")).contains("namespace VARCHAR", "namespace_labels VARCHAR");
        }
    }

    @Test
    void layoutKokuHasMillisecondsDoublesAndEffectiveUsage() throws DatasetException, SQLException {
        try (DuckDb duck = over("tiny+layout-koku")) {
            assertThat(columns(duck, "pods"))
                    .hasSize(21)
                    .contains(
                            "interval_start TIMESTAMP",
                            "node_capacity_cpu_cores DOUBLE",
                            "pod_effective_usage_cpu_core_seconds DOUBLE",
                            "pod_effective_usage_memory_byte_seconds DOUBLE");
            assertThat(duck.count("SELECT count(*) FROM pods WHERE pod_effective_usage_cpu_core_seconds"
                            + " IS DISTINCT FROM greatest(pod_usage_cpu_core_seconds, pod_request_cpu_core_seconds)"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"poc, NANOS", "koku, MILLIS"})
    void timestampsAreLocalAndOfTheUnitOfTheLayout(String layout, String unit) throws DatasetException, SQLException {
        StoredDataset stored = generate("tiny+layout-" + layout);

        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.texts("SELECT logical_type FROM parquet_schema('" + podFile(stored)
                            + "') WHERE name = 'interval_start'"))
                    .singleElement()
                    .asString()
                    .contains(unit)
                    .contains("isAdjustedToUTC=0");
        }
    }

    @Test
    void aRowIsAnHourOfItsMonth() throws DatasetException, SQLException {
        try (DuckDb duck = over("tiny+start-2024-12-31")) {
            assertThat(duck.texts("SELECT DISTINCT interval_start || ' ' || interval_end || ' ' || report_period_start"
                            + " || ' ' || report_period_end FROM pods ORDER BY 1 LIMIT 1 OFFSET 23"))
                    .containsExactly("2024-12-31 23:00:00 2024-12-31 23:59:59 2024-12-01 00:00:00 2025-01-01 00:00:00");
            assertThat(duck.texts("SELECT max(interval_start) || ' ' || max(report_period_end) FROM nodes"))
                    .containsExactly("2025-01-01 23:00:00 2025-02-01 00:00:00");
        }
    }

    @Test
    void rowsAreInTheOrderThatWasAskedFor() throws DatasetException, SQLException {
        String firstRows = "SELECT pod || ' ' || hour(interval_start) FROM pods LIMIT 7";
        try (DuckDb hours = over("tiny");
                DuckDb pods = over("tiny+order-pod-major")) {
            assertThat(hours.texts(firstRows))
                    .startsWith("app-001-0001 0", "app-001-0002 0")
                    .endsWith("app-001-0001 1");
            assertThat(pods.texts(firstRows))
                    .startsWith("app-001-0001 0", "app-001-0001 1")
                    .endsWith("app-001-0001 6");
        }
    }

    @Test
    void aBlankNodeIsNullInLayoutPocAndEmptyInLayoutKoku() throws DatasetException, SQLException {
        try (DuckDb poc = over("tiny+blank_node-0.5");
                DuckDb koku = over("tiny+blank_node-0.5+layout-koku")) {
            assertThat(poc.count("SELECT count(*) FROM pods WHERE node IS NULL"))
                    .isPositive();
            assertThat(poc.count("SELECT count(*) FROM pods WHERE node = ''")).isZero();
            assertThat(koku.count("SELECT count(*) FROM pods WHERE node = ''")).isPositive();
            assertThat(koku.count("SELECT count(*) FROM pods WHERE node IS NULL"))
                    .isZero();
        }
    }

    @Test
    void labelRowsOfEachPodSayTheSameAsThoseOfEachNode() throws DatasetException, SQLException {
        String nodes = "SELECT DISTINCT interval_start || node || node_labels FROM nodes ORDER BY 1";
        String namespaces =
                "SELECT DISTINCT interval_start || namespace || namespace_labels FROM namespaces ORDER BY 1";
        try (DuckDb few = over("tiny");
                DuckDb many = over("tiny+label_rows-per-pod")) {
            assertThat(many.count("SELECT count(*) FROM nodes")).isEqualTo(288);
            assertThat(many.texts(nodes)).isEqualTo(few.texts(nodes));
            assertThat(many.texts(namespaces)).isEqualTo(few.texts(namespaces));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd"})
    void everyCodecCanBeRead(String codec) throws DatasetException, SQLException {
        StoredDataset stored = generate("20k+codec-" + codec);

        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.count("SELECT sum(length(pod_labels)) FROM pods")).isEqualTo(19_920 * 78);
            assertThat(duck.texts("SELECT DISTINCT compression FROM parquet_metadata('" + podFile(stored) + "')"))
                    .containsExactly(codec.equals("zstd") ? "ZSTD" : codec.toUpperCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void rowGroupsHoldTheRowsThatWereAskedFor() throws DatasetException, SQLException {
        StoredDataset stored = generate("20k+row_group_rows-10000");

        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.rows("SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('"
                            + podFile(stored) + "') ORDER BY 1"))
                    .containsExactly(
                            List.of(BigDecimal.ZERO, BigDecimal.valueOf(10_000)),
                            List.of(BigDecimal.ONE, BigDecimal.valueOf(9_920)));
        }
    }

    private DuckDb over(String name) throws DatasetException, SQLException {
        return DuckDb.over(generate(name));
    }

    private StoredDataset generate(String name) throws DatasetException {
        return new DatasetStore(directory).generate(DatasetCatalog.builtIn().find(name), 2, ProgressListener.NONE);
    }

    private static Path podFile(StoredDataset stored) {
        return stored.data().resolve(stored.manifest().files().get(0).path());
    }

    private static List<String> columns(DuckDb duck, String table) throws SQLException {
        return duck.texts("SELECT column_name || ' ' || column_type FROM (DESCRIBE " + table + ")");
    }
}
