// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.InvalidParametersException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilePlanTest {

    @Test
    void layoutPocHasAFileForEachTableAndDay() throws InvalidParametersException {
        List<PlannedFile> files = files(Map.of("days", "2", "start", "2025-09-30"));

        assertThat(files)
                .extracting(PlannedFile::path)
                .containsExactly(
                        "org1234567/OCP/source=s/year=2025/month=09/day=30/openshift_pod_usage_line_items/data.parquet",
                        "org1234567/OCP/source=s/year=2025/month=09/day=30/openshift_node_labels_line_items/data.parquet",
                        "org1234567/OCP/source=s/year=2025/month=09/day=30/openshift_namespace_labels_line_items/data.parquet",
                        "org1234567/OCP/source=s/year=2025/month=10/day=01/openshift_pod_usage_line_items/data.parquet",
                        "org1234567/OCP/source=s/year=2025/month=10/day=01/openshift_node_labels_line_items/data.parquet",
                        "org1234567/OCP/source=s/year=2025/month=10/day=01/openshift_namespace_labels_line_items/data.parquet");
    }

    @Test
    void layoutKokuHasADirectoryForEachTableAndMonth() throws InvalidParametersException {
        List<PlannedFile> files = files(Map.of("layout", "koku"));

        assertThat(files)
                .extracting(PlannedFile::path)
                .containsExactly(
                        "parquet/org1234567/OCP/pod_usage/source=s/year=2025/month=10/openshift_usage_report.2025-10-01.0_0.parquet",
                        "parquet/org1234567/OCP/node_labels/source=s/year=2025/month=10/openshift_usage_report.2025-10-01.0_0.parquet",
                        "parquet/org1234567/OCP/namespace_labels/source=s/year=2025/month=10/openshift_usage_report.2025-10-01.0_0.parquet");
    }

    @Test
    void filesOfLayoutKokuHoldAtMost200000RowsAndAllOfTheDay() throws InvalidParametersException {
        List<PlannedFile> pods = files(Map.of("layout", "koku", "days", "31", "pods", "9990", "nodes", "10")).stream()
                .filter(file -> file.table() == Table.POD_USAGE)
                .toList();

        assertThat(pods).hasSize(62);
        assertThat(pods.get(0).places()).isEqualTo(200_000);
        assertThat(pods.get(1).first()).isEqualTo(200_000);
        assertThat(pods.get(1).places()).isEqualTo(39_760);
        assertThat(pods.get(1).path()).endsWith("2025-10-01.0_1.parquet");
    }

    @Test
    void labelRowsMayBeRepeatedForEachPod() throws InvalidParametersException {
        assertThat(files(Map.of())).extracting(PlannedFile::places).containsExactly(144, 48, 48);
        assertThat(files(Map.of("label_rows", "per-pod")))
                .extracting(PlannedFile::places)
                .containsExactly(144, 144, 144);
    }

    private static List<PlannedFile> files(Map<String, String> settings) throws InvalidParametersException {
        Map<String, String> words = new HashMap<>(Map.of("nodes", "2", "pods", "6"));
        words.putAll(settings);
        return new FilePlan(DatasetParameters.from(words), "s").files();
    }
}
