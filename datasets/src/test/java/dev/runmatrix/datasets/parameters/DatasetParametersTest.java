// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetParametersTest {

    @Test
    void theProfileDecidesDefaults() throws InvalidParametersException {
        DatasetParameters a = DatasetParameters.from(Map.of("profile", "A", "nodes", "2", "pods", "6"));
        DatasetParameters b =
                DatasetParameters.from(Map.of("profile", "B", "nodes", "2", "namespaces", "3", "pods", "6"));

        assertThat(a.namespaces()).isEqualTo(2);
        assertThat(a.labels()).isEqualTo(LabelRichness.PLAIN);
        assertThat(a.order()).isEqualTo(RowOrder.HOUR_MAJOR);
        assertThat(b.labels()).isEqualTo(LabelRichness.RICH);
        assertThat(b.order()).isEqualTo(RowOrder.POD_MAJOR);
        assertThat(b.seed()).isEqualTo(20251001);
        assertThat(b.start()).isEqualTo(LocalDate.of(2025, 10, 1));
    }

    @Test
    void everyParameterCanBeSetInWordsAndReadBack() throws InvalidParametersException {
        Map<String, String> words = Map.ofEntries(
                Map.entry("profile", "B"),
                Map.entry("nodes", "5"),
                Map.entry("namespaces", "3"),
                Map.entry("pods", "9"),
                Map.entry("days", "4"),
                Map.entry("start", "2024-02-28"),
                Map.entry("seed", "-17"),
                Map.entry("values", "decimal"),
                Map.entry("labels", "plain"),
                Map.entry("last_day_only", "0.25"),
                Map.entry("label_rows", "per-pod"),
                Map.entry("absent", "0.01"),
                Map.entry("blank_node", "0.5"),
                Map.entry("null_labels", "1"),
                Map.entry("bad_json", "0.000001"),
                Map.entry("layout", "koku"),
                Map.entry("order", "hour-major"),
                Map.entry("codec", "zstd"),
                Map.entry("row_group_rows", "10000"));

        DatasetParameters parameters = DatasetParameters.from(words);

        assertThat(parameters.words()).isEqualTo(words);
        assertThat(parameters.words()).containsOnlyKeys(DatasetParameters.KEYS);
        assertThat(DatasetParameters.from(parameters.words())).isEqualTo(parameters);
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        InvalidParametersException failure = catchThrowableOfType(
                InvalidParametersException.class,
                () -> DatasetParameters.from(Map.of(
                        "nodes", "0", "pods", "many", "vaues", "x", "codec", "lzma", "absent", "1.5", "start",
                        "today")));

        assertThat(failure.problems()).hasSize(6);
        assertThat(failure.getMessage())
                .contains("unknown parameter 'vaues', did you mean 'values'?")
                .contains("nodes must be a whole number from 1")
                .contains("codec must be one of uncompressed, snappy, gzip, zstd, not 'lzma'")
                .contains("absent must be a share from 0 to 1")
                .contains("start must be a day like 2025-10-01, not 'today'");
    }

    @Test
    void podsThatDoNotSpreadEvenlyAreRefusedWithTheNearestNumbersThatDo() {
        InvalidParametersException failure = catchThrowableOfType(
                InvalidParametersException.class, () -> DatasetParameters.from(Map.of("nodes", "3", "pods", "100")));

        assertThat(failure).hasMessage("pods must be a multiple of nodes (3): use 99 or 102, not 100");
    }

    @Test
    void aDayThatNoFileCouldNumberIsRefused() {
        InvalidParametersException failure = catchThrowableOfType(
                InvalidParametersException.class,
                () -> DatasetParameters.from(Map.of("nodes", "1", "pods", "2000000000")));

        assertThat(failure).hasMessageContaining("pods must be at most 50000000");
    }

    @Test
    void aKeyThatCameLaterIsRecordedOnlyWhereItSaysSomething() throws InvalidParametersException {
        Map<String, String> words = Map.of("nodes", "2", "pods", "4", "days", "2");
        Map<String, String> skewed = new HashMap<>(words);
        skewed.put("last_day_only", "0.5");

        assertThat(DatasetParameters.from(words).recordedWords()).doesNotContainKey("last_day_only");
        assertThat(DatasetParameters.from(skewed).recordedWords()).containsEntry("last_day_only", "0.5");
    }
}
