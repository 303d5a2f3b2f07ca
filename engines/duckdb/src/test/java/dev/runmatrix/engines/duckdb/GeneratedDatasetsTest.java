// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.ProgressListener;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.verify.UnreadableOutputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedDatasetsTest {

    private static final Map<String, String> DIRT =
            Map.of("absent", "0.1", "blank_node", "0.05", "null_labels", "0.1", "bad_json", "0.1");

    @TempDir
    private static Path folder;

    /** Sums of these are exact in any order. */
    static Stream<Dataset> varied() throws DatasetException {
        DatasetCatalog catalog = DatasetCatalog.builtIn();
        return Stream.of(
                catalog.find("tiny"),
                catalog.find("tiny").with(Map.of("layout", "koku")),
                catalog.find("tiny").with(DIRT),
                catalog.find("tiny").with(DIRT).with(Map.of("layout", "koku", "label_rows", "per-pod")),
                catalog.find("20k").with(Map.of("labels", "rich", "row_group_rows", "1000", "codec", "zstd")),
                small(catalog));
    }

    /** Sums of these are rounded on the way. */
    static Stream<Dataset> rounded() throws DatasetException {
        DatasetCatalog catalog = DatasetCatalog.builtIn();
        return Stream.of(
                catalog.find("tiny").with(Map.of("values", "constant")),
                catalog.find("tiny").with(Map.of("values", "decimal")),
                small(catalog).with(Map.of("values", "decimal", "layout", "koku")));
    }

    private static Dataset small(DatasetCatalog catalog) throws DatasetException {
        return catalog.find("production-small")
                .with(Map.of("nodes", "4", "namespaces", "5", "pods", "50", "days", "3"));
    }

    @ParameterizedTest
    @MethodSource("varied")
    void exactSumsAreThoseOfTheAggregatorToTheBit(Dataset dataset)
            throws DatasetException, IOException, InputException, UnreadableOutputException {
        assertThat(compared(dataset, "csv")).isEqualTo(OutputVerdict.IDENTICAL);
        assertThat(compared(dataset, "parquet")).isEqualTo(OutputVerdict.IDENTICAL);
    }

    @ParameterizedTest
    @MethodSource("rounded")
    void otherSumsAreThoseOfTheAggregatorWithinTheTolerance(Dataset dataset)
            throws DatasetException, IOException, InputException, UnreadableOutputException {
        assertThat(compared(dataset, "parquet")).isNotEqualTo(OutputVerdict.WRONG);
    }

    private static OutputVerdict compared(Dataset dataset, String form)
            throws DatasetException, IOException, InputException, UnreadableOutputException {
        DatasetStore store = new DatasetStore(folder.resolve("datasets"));
        StoredDataset stored = store.find(dataset).isPresent()
                ? store.find(dataset).orElseThrow()
                : store.generate(dataset, 2, ProgressListener.NONE);
        return EngineRun.comparedWithAggregator(stored.data(), stored.params(), folder, form);
    }
}
