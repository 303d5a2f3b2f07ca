// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.InvalidParametersException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Test
    void profileANamesNodeAndPod() throws InvalidParametersException {
        Labels labels = labels(Map.of("nodes", "2", "pods", "6"));

        assertThat(labels.ofPod(5))
                .isEqualTo(
                        "{\"app\": \"benchmark\", \"tier\": \"web\", \"node\": \"node-002\", \"pod\": \"app-002-0003\"}");
    }

    @Test
    void richLabelsOfProfileBDifferForEachPodBesideThoseOfTheNamespace()
            throws InvalidParametersException, JsonProcessingException {
        Labels labels = labels(Map.of("profile", "B", "nodes", "2", "namespaces", "2", "pods", "6"));

        JsonNode first = STRICT.readTree(labels.ofPod(3));
        JsonNode second = STRICT.readTree(labels.ofPod(4));

        assertThat(first.get("namespace").asText()).isEqualTo("namespace-2");
        assertThat(second.get("namespace").asText()).isEqualTo("namespace-2");
        assertThat(first.get("pod-template-hash").asText()).matches("[0-9a-f]{10}");
        assertThat(first.get("pod-template-hash")).isNotEqualTo(second.get("pod-template-hash"));
        assertThat(first.get("controller-revision-hash")).isNotEqualTo(first.get("pod-template-hash"));
        assertThat(first.size()).isEqualTo(6);
    }

    @Test
    void nodesAndNamespacesHaveLabelsOfTheirNumber() throws InvalidParametersException {
        Labels labels = labels(Map.of("nodes", "40", "pods", "40"));

        assertThat(labels.ofNode(20)).isEqualTo("{\"zone\": \"z2\", \"role\": \"master\"}");
        assertThat(labels.ofNode(21)).isEqualTo("{\"zone\": \"z0\", \"role\": \"infra\"}");
        assertThat(labels.ofNode(22)).isEqualTo("{\"zone\": \"z1\", \"role\": \"worker\"}");
        assertThat(labels.ofNamespace(8)).isEqualTo("{\"team\": \"t1\", \"env\": \"qa\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void damagedLabelsAreNoJson(int form) throws InvalidParametersException {
        String damaged =
                Labels.damaged(labels(Map.of("nodes", "2", "pods", "6")).ofPod(0), form);

        assertThat(damaged).startsWith("{");
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> STRICT.readTree(damaged));
    }

    private static Labels labels(Map<String, String> settings) throws InvalidParametersException {
        DatasetParameters parameters = DatasetParameters.from(settings);
        return new Labels(parameters, new Randomness(parameters.seed()));
    }
}
