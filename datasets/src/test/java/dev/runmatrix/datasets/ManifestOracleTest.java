// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.datasets.content.Labels;
import dev.runmatrix.datasets.content.Measure;
import dev.runmatrix.datasets.parameters.Profile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What manifests say, against DuckDB reading the files. */
class ManifestOracleTest {

    private static final String IN_GROUPS = " FROM pods WHERE coalesce(node, '') <> ''";

    /** The grammar of our label texts: DuckDB's own idea of JSON takes a comma before the brace. */
    private static final String LABELS_ARE_WHOLE =
            "regexp_full_match(pod_labels, '\\{\"[^\"]*\": \"[^\"]*\"(, \"[^\"]*\": \"[^\"]*\")*\\}')";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny",
                "20k",
                "100k",
                "20k+layout-koku",
                "tiny+values-constant",
                "tiny+labels-rich+order-pod-major",
                "tiny+days-40+nodes-3+start-2024-02-01",
                "20k+absent-0.05+bad_json-0.03+blank_node-0.04+null_labels-0.02",
                "20k+absent-0.3+bad_json-0.5+blank_node-0.2+layout-koku+null_labels-0.3",
                "production-small+days-1+pods-250",
                "production-small+absent-0.1+bad_json-0.2+blank_node-0.5+days-2+namespaces-5+nodes-7+pods-45",
                "production-small+blank_node-1+days-1+pods-25",
                "production-small+absent-1+days-1+pods-25",
                "tiny+days-3+last_day_only-0.5",
                "production-small+bad_json-0.1+days-3+last_day_only-0.9+pods-2500"
            })
    void sumsCountsAndCapacityAreThoseOfTheFiles(String name) throws DatasetException, SQLException {
        StoredDataset stored = generate(name);
        Manifest manifest = stored.manifest();

        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.count("SELECT count(*) FROM pods"))
                    .isEqualTo(manifest.rows().podUsage());
            assertThat(duck.count("SELECT count(*) FROM nodes"))
                    .isEqualTo(manifest.rows().nodeLabels());
            assertThat(duck.count("SELECT count(*) FROM namespaces"))
                    .isEqualTo(manifest.rows().namespaceLabels());
            assertDirt(duck, manifest, places(name));
            assertThat(duck.count(groupsOf(manifest)))
                    .isEqualTo(manifest.outputRows().getAsLong());
            assertCapacity(duck, manifest);
            for (Measure measure : Measure.values()) {
                BigDecimal sum = duck.numbers("SELECT coalesce(sum(" + value(measure) + "), 0)" + IN_GROUPS)
                        .get(0);
                assertThat(manifest.sum(measure).orElseThrow())
                        .as(measure.column())
                        .isEqualByComparingTo(sum);
            }
        }
    }

    @Test
    void sumsOfDecimalValuesAreExact() throws DatasetException, SQLException {
        StoredDataset stored = generate("tiny+blank_node-0.1+values-decimal");

        try (DuckDb duck = DuckDb.over(stored)) {
            for (Measure measure : Measure.values()) {
                BigDecimal exact = duck.rows("SELECT " + value(measure) + IN_GROUPS).stream()
                        .map(row -> row.get(0))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(stored.manifest().sum(measure).orElseThrow())
                        .as(measure.column())
                        .isEqualByComparingTo(exact);
            }
        }
    }

    @Test
    void dirtHasTheSharesThatWereAskedFor() throws DatasetException {
        Manifest manifest = generate("20k+absent-0.1+bad_json-0.4+blank_node-0.2+null_labels-0.3")
                .manifest();

        assertThat(manifest.dirt().orElseThrow().absent() / 19_920.0).isBetween(0.09, 0.11);
        double rows = manifest.rows().podUsage();
        assertThat(manifest.dirt().orElseThrow().blankNode() / rows).isBetween(0.19, 0.21);
        assertThat(manifest.dirt().orElseThrow().nullLabels() / rows).isBetween(0.29, 0.31);
        assertThat(manifest.dirt().orElseThrow().badJson() / rows)
                .as("null labels cannot be bad")
                .isBetween(0.27, 0.29);
    }

    @Test
    void cleanDataGivesTheRowsThatWereComputedWithoutMakingIt() throws DatasetException {
        for (String name : List.of(
                "tiny",
                "20k",
                "100k",
                "production-small+days-2",
                "production-small+days-1+pods-75",
                "20k+days-3+last_day_only-0.95",
                "skewed+days-4+pods-6000")) {
            Dataset dataset = DatasetCatalog.builtIn().find(name);
            Manifest manifest = new DatasetStore(directory)
                    .generate(dataset, 2, ProgressListener.NONE)
                    .manifest();

            assertThat(manifest.outputRows().getAsLong())
                    .as(name)
                    .isEqualTo(dataset.parameters().cleanOutputRows());
            assertThat(manifest.rows().podUsage())
                    .as(name)
                    .isEqualTo(dataset.parameters().podHours());
        }
    }

    private StoredDataset generate(String name) throws DatasetException {
        return new DatasetStore(directory).generate(DatasetCatalog.builtIn().find(name), 2, ProgressListener.NONE);
    }

    private static long places(String name) throws DatasetException {
        return DatasetCatalog.builtIn().find(name).parameters().podHours();
    }

    private static void assertDirt(DuckDb duck, Manifest manifest, long places) throws SQLException {
        DirtyRows dirt = manifest.dirt().orElseThrow();

        assertThat(dirt.absent()).isEqualTo(places - manifest.rows().podUsage());
        assertThat(duck.count("SELECT count(*) FROM pods WHERE coalesce(node, '') = ''"))
                .isEqualTo(dirt.blankNode());
        assertThat(duck.count("SELECT count(*) FROM pods WHERE pod_labels IS NULL"))
                .isEqualTo(dirt.nullLabels());
        assertThat(duck.count("SELECT count(*) FROM pods WHERE NOT " + LABELS_ARE_WHOLE))
                .isEqualTo(dirt.badJson());
    }

    private static void assertCapacity(DuckDb duck, Manifest manifest) throws SQLException {
        List<BigDecimal> sums = duck.numbers("SELECT coalesce(sum(cpu), 0), coalesce(sum(memory), 0) FROM ("
                + "SELECT max(node_capacity_cpu_core_seconds) AS cpu, max(node_capacity_memory_byte_seconds) AS memory"
                + " FROM pods GROUP BY interval_start, node)");

        assertThat(manifest.clusterCapacity().orElseThrow().cpuCoreSeconds()).isEqualByComparingTo(sums.get(0));
        assertThat(manifest.clusterCapacity().orElseThrow().memoryByteSeconds()).isEqualByComparingTo(sums.get(1));
    }

    private static String groupsOf(Manifest manifest) {
        Profile profile = Profile.valueOf(manifest.parameter("profile"));
        String labels = Labels.enabledKeys(profile).stream()
                .map(key ->
                        "CASE WHEN " + LABELS_ARE_WHOLE + " THEN json_extract_string(pod_labels, '$." + key + "') END")
                .collect(Collectors.joining(", "));
        return "SELECT count(*) FROM (SELECT DISTINCT interval_start::DATE, namespace, node, " + labels + IN_GROUPS
                + ")";
    }

    /** Effective values from their meaning where the files have no such column, and also where they have. */
    private static String value(Measure measure) {
        return switch (measure) {
            case EFFECTIVE_CPU -> "greatest(pod_usage_cpu_core_seconds, pod_request_cpu_core_seconds)";
            case EFFECTIVE_MEMORY -> "greatest(pod_usage_memory_byte_seconds, pod_request_memory_byte_seconds)";
            default -> measure.column();
        };
    }
}
