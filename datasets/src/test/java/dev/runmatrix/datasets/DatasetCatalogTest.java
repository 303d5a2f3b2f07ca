// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Layout;
import dev.runmatrix.datasets.parameters.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetCatalogTest {

    @ParameterizedTest
    @CsvSource({
        "tiny, A, 2, 2, 6, 2, 288, 192, 12",
        "20k, A, 10, 10, 830, 1, 19920, 480, 830",
        "50k, A, 20, 20, 2080, 1, 49920, 960, 2080",
        "100k, A, 40, 40, 4160, 1, 99840, 1920, 4160",
        "250k, A, 100, 100, 10400, 1, 249600, 4800, 10400",
        "500k, A, 200, 200, 20800, 1, 499200, 9600, 20800",
        "1m, A, 400, 400, 41600, 1, 998400, 19200, 41600",
        "1.5m, A, 600, 600, 62400, 1, 1497600, 28800, 62400",
        "2m, A, 800, 800, 83200, 1, 1996800, 38400, 83200",
        "skewed, B, 50, 30, 62490, 31, 2990160, 59520, 46500",
        "production-small, B, 40, 25, 5000, 31, 3720000, 48360, 31000",
        "production-medium, B, 50, 30, 9990, 31, 7432560, 59520, 46500",
        "production-large, B, 336, 30, 67200, 31, 49996800, 272304, 312480"
    })
    void theScalesAreThoseThatWerePublished(
            String name,
            Profile profile,
            int nodes,
            int namespaces,
            int pods,
            int days,
            long podRows,
            long labelRows,
            long outputRows)
            throws DatasetException {
        DatasetParameters parameters = DatasetCatalog.builtIn().find(name).parameters();

        assertThat(parameters.profile()).isEqualTo(profile);
        assertThat(parameters.nodes()).isEqualTo(nodes);
        assertThat(parameters.namespaces()).isEqualTo(namespaces);
        assertThat(parameters.pods()).isEqualTo(pods);
        assertThat(parameters.days()).isEqualTo(days);
        assertThat(parameters.podHours()).isEqualTo(podRows);
        assertThat(24L * days * (nodes + namespaces)).isEqualTo(labelRows);
        assertThat(parameters.cleanOutputRows()).isEqualTo(outputRows);
    }

    @Test
    void theCatalogueGoesFromSmallToLarge() {
        assertThat(DatasetCatalog.builtIn().names())
                .startsWith("tiny", "20k")
                .endsWith("production-medium", "production-large")
                .hasSize(13);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestOne() {
        DatasetException failure = catchThrowableOfType(
                DatasetException.class, () -> DatasetCatalog.builtIn().find("production-medum"));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(failure)
                .hasMessageContaining("no dataset is named 'production-medum', did you mean 'production-medium'?");
    }

    @Test
    void aVariantIsNamedAfterWhatDiffersAndFoundByThatName() throws DatasetException {
        DatasetCatalog catalog = DatasetCatalog.builtIn();

        Dataset variant = catalog.find("tiny")
                .with(Map.of("values", "decimal", "layout", "KOKU", "days", "2", "start", "2024-02-28"));

        assertThat(variant.name()).isEqualTo("tiny+layout-koku+start-2024-02-28+values-decimal");
        assertThat(variant.parameters().layout()).isEqualTo(Layout.KOKU);
        assertThat(catalog.find(variant.name()).parameters()).isEqualTo(variant.parameters());
        assertThat(catalog.find(variant.name()).name()).isEqualTo(variant.name());
    }

    @Test
    void aVariantOfAVariantIsNamedAsIfItWereMadeAtOnce() throws DatasetException {
        Dataset tiny = DatasetCatalog.builtIn().find("tiny");

        Dataset twice = tiny.with(Map.of("values", "decimal")).with(Map.of("codec", "zstd"));

        assertThat(twice.name()).isEqualTo("tiny+codec-zstd+values-decimal");
        assertThat(twice.with(Map.of("codec", "snappy", "values", "varied")).name())
                .isEqualTo("tiny");
    }

    @Test
    void defaultsThatFollowASettingAreNoPartOfTheName() throws DatasetException {
        Dataset tiny = DatasetCatalog.builtIn().find("tiny");

        Dataset variant = tiny.with(Map.of("profile", "B", "namespaces", "3"));

        assertThat(variant.name()).isEqualTo("tiny+namespaces-3+profile-B");
        assertThat(variant.parameters().labels()).isNotEqualTo(tiny.parameters().labels());
    }

    @Test
    void aSettingThatMakesNoSenseIsAnInvalidVariant() {
        DatasetException failure = catchThrowableOfType(
                DatasetException.class, () -> DatasetCatalog.builtIn().find("tiny+layuot-koku"));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID);
        assertThat(failure).hasMessageContaining("did you mean 'layout'?");
    }

    @Test
    void allProblemsOfACatalogueAreReportedWithTheirLines() {
        DatasetException failure =
                catchThrowableOfType(DatasetException.class, () -> DatasetCatalog.read("my.yaml", """
                        schema: run-matrix/datasets/v2
                        datasets:
                          one: {nodes: 2, pods: 5}
                          Two: {nodes: 2, pods: 4}
                          three: {nodes: [2], pods: 4}
                          four: 4
                        extra: 1
                        """));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID);
        assertThat(failure)
                .hasMessageContaining("my.yaml:1: schema must be run-matrix/datasets/v1")
                .hasMessageContaining("my.yaml:3: one: pods must be a multiple of nodes (2)")
                .hasMessageContaining("my.yaml:4: 'Two' is no dataset name")
                .hasMessageContaining("my.yaml:5: three: nodes must be one word")
                .hasMessageContaining("my.yaml:6: four must be a mapping")
                .hasMessageContaining("my.yaml:7: unknown key 'extra'");
    }

    @Test
    void aCatalogueThatIsNoYamlIsReportedWithItsLine() {
        DatasetException failure = catchThrowableOfType(
                DatasetException.class, () -> DatasetCatalog.read("my.yaml", "schema: x\ndatasets: {tiny: {\n"));

        assertThat(failure).hasMessageContaining("my.yaml:3: no valid YAML");
    }
}
