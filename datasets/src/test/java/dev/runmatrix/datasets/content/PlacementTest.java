// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.InvalidParametersException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void inProfileAEachNodeIsANamespace() throws InvalidParametersException {
        DatasetParameters parameters = DatasetParameters.from(Map.of("nodes", "2", "pods", "6"));
        Placement placement = new Placement(parameters);
        Names names = new Names(parameters);

        assertThat(placement.nodeOf(3)).isEqualTo(1);
        assertThat(placement.namespaceOf(3)).isEqualTo(1);
        assertThat(names.node(1)).isEqualTo("node-002");
        assertThat(names.namespace(1)).isEqualTo("benchmark-002");
        assertThat(names.pod(1, 0)).isEqualTo("app-002-0001");
        assertThat(names.resourceId(1)).isEqualTo("i-benchmark00002");
    }

    @Test
    void inProfileBThePodsOfANamespaceGoRoundTheNodes() throws InvalidParametersException {
        DatasetParameters parameters =
                DatasetParameters.from(Map.of("profile", "B", "nodes", "3", "namespaces", "2", "pods", "10"));
        Placement placement = new Placement(parameters);
        Names names = new Names(parameters);

        assertThat(IntStream.range(0, 7).map(placement::nodeOf).toArray()).containsExactly(1, 2, 0, 1, 2, 1, 2);
        assertThat(placement.namespaceOf(5)).isEqualTo(1);
        assertThat(names.pod(placement.namespaceOf(5), placement.indexOf(5))).isEqualTo("pod-2-1");
        assertThat(names.node(0)).isEqualTo("node-1");
        assertThat(names.namespace(1)).isEqualTo("namespace-2");
        assertThat(names.resourceId(0)).isEqualTo("i-node-1-resource-id");
    }

    @Test
    void theFirstPodsOfANamespaceRunEveryDayAndTheOthersOnTheLast() throws InvalidParametersException {
        DatasetParameters parameters =
                DatasetParameters.from(Map.of("nodes", "2", "pods", "10", "days", "3", "last_day_only", "0.6"));
        Placement placement = new Placement(parameters);

        assertThat(podsThatRun(placement, 0)).containsExactly(0, 1, 5, 6);
        assertThat(podsThatRun(placement, 1)).containsExactly(0, 1, 5, 6);
        assertThat(podsThatRun(placement, 2)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static int[] podsThatRun(Placement placement, int day) {
        return IntStream.range(0, placement.pods())
                .filter(pod -> placement.runsOn(pod, day))
                .toArray();
    }
}
