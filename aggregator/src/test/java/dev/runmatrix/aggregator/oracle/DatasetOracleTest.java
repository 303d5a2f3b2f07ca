// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.Manifest;
import dev.runmatrix.datasets.ProgressListener;
import dev.runmatrix.datasets.StoredDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated datasets: what their manifest promises and what the aggregator makes of them, both against SQL. */
final class DatasetOracleTest {
    private static final double RELATIVE_ERROR = 1e-9;

    @TempDir
    private static Path folder;

    /** Both profiles, both layouts, every kind of value. */
    static Stream<Dataset> clean() throws DatasetException {
        DatasetCatalog catalog = DatasetCatalog.builtIn();
        return Stream.of(
                catalog.find("tiny"),
                catalog.find("tiny+layout-koku"),
                catalog.find("tiny").with(Map.of("values", "constant")),
                catalog.find("tiny").with(Map.of("values", "decimal")),
                catalog.find("20k"),
                catalog.find("production-small")
                        .with(Map.of("nodes", "4", "namespaces", "5", "pods", "50", "days", "3")));
    }

    @ParameterizedTest
    @MethodSource("clean")
    void sqlFindsWhatTheManifestPromises(Dataset dataset) throws DatasetException, IOException, SQLException {
        StoredDataset stored = stored(dataset);
        assertThatManifestHolds(stored.manifest(), sql(stored));
    }

    @Test
    void theReferenceFindsWhatTheManifestOfDirtyDataPromises() throws DatasetException, IOException {
        Dataset dirty = DatasetCatalog.builtIn()
                .find("tiny")
                .with(Map.of("absent", "0.1", "blank_node", "0.05", "null_labels", "0.1", "bad_json", "0.1"));
        StoredDataset stored = stored(dirty);
        ReferenceSummary summary =
                ReferenceAggregator.run(InputTables.read(TableFiles.below(stored.data())), params(stored));
        assertThatManifestHolds(stored.manifest(), summary.rows());
        assertThat(summary.rowsRead()).isEqualTo(stored.manifest().rows().podUsage());
        assertThat(summary.noNode())
                .isEqualTo(stored.manifest().dirt().orElseThrow().blankNode());
        assertThat(summary.badLabels())
                .isEqualTo(stored.manifest().dirt().orElseThrow().badJson());
    }

    @ParameterizedTest
    @MethodSource("clean")
    void theSummaryIsThatOfSql(Dataset dataset) throws DatasetException, IOException, SQLException, InputException {
        StoredDataset stored = stored(dataset);
        Setting setting = new Setting(Mode.STREAMING, true, 2, 5_000, OptionalInt.empty());
        Path output = Files.createTempDirectory(folder, "run").resolve("summary.csv");
        Aggregator.run(setting.config(List.of(stored.data()), stored.params(), output));
        WrittenSummary summary = WrittenSummary.parse(Files.readString(output));
        assertThat(Difference.between(sql(stored), summary, nearness(dataset))).isEmpty();
    }

    /** Sums of varied values are exact in any order; those of constant and decimal ones are rounded on the way. */
    private static Nearness nearness(Dataset dataset) {
        boolean isExact = "varied".equals(dataset.parameters().words().get("values"));
        return isExact ? Nearness.EQUAL : Nearness.relative(RELATIVE_ERROR);
    }

    private static void assertThatManifestHolds(Manifest manifest, List<SummaryRow> rows) {
        assertThat(rows).hasSize(Math.toIntExact(manifest.outputRows().getAsLong()));
        manifest.sums()
                .forEach((column, sum) -> assertThat(SummarySums.ofMeasure(rows, column))
                        .as(column)
                        .isEqualTo(sum.doubleValue(), offset(RELATIVE_ERROR * sum.doubleValue())));
        double coreSeconds =
                manifest.clusterCapacity().orElseThrow().cpuCoreSeconds().doubleValue();
        assertThat(SummarySums.ofClusterDays(rows, "node_capacity_cpu_core_seconds"))
                .isEqualTo(coreSeconds, offset(RELATIVE_ERROR * coreSeconds));
        double byteSeconds =
                manifest.clusterCapacity().orElseThrow().memoryByteSeconds().doubleValue();
        assertThat(SummarySums.ofClusterDays(rows, "node_capacity_memory_byte_seconds"))
                .isEqualTo(byteSeconds, offset(RELATIVE_ERROR * byteSeconds));
    }

    private static List<SummaryRow> sql(StoredDataset stored) throws IOException, SQLException {
        try (DuckDb duckDb = new DuckDb()) {
            return DuckDbSummary.rows(duckDb, TableFiles.below(stored.data()), params(stored));
        }
    }

    private static ReferenceParams params(StoredDataset stored) throws IOException {
        return ReferenceParams.read(stored.params());
    }

    private static StoredDataset stored(Dataset dataset) throws DatasetException {
        DatasetStore store = new DatasetStore(folder.resolve("datasets"));
        return store.find(dataset).isPresent()
                ? store.find(dataset).orElseThrow()
                : store.generate(dataset, 2, ProgressListener.NONE);
    }
}
