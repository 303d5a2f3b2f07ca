// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.content.Choice;
import dev.runmatrix.datasets.content.Labels;
import dev.runmatrix.datasets.content.Randomness;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a summary of the dataset is asked for: the content of {@code params.json}.
 *
 * @param enabledKeys label keys that form groups
 * @param costCategories patterns of namespaces
 * @param startDate first day; absent: from the beginning
 * @param endDate last day, included; absent: to the end
 * @param sourceUuid identity of the source, also a part of the files' paths
 * @param clusterId identity of the cluster
 * @param clusterAlias its name
 * @param reportPeriodId identity of the report period
 */
record SummaryParameters(
        List<String> enabledKeys,
        List<CostCategory> costCategories,
        Optional<String> startDate,
        Optional<String> endDate,
        String sourceUuid,
        String clusterId,
        String clusterAlias,
        int reportPeriodId) {

    private static final List<CostCategory> COST_CATEGORIES = List.of(
            new CostCategory("openshift-%", 1),
            new CostCategory("kube-%", 1),
            new CostCategory("namespace-1%", 2),
            new CostCategory("benchmark-0%", 3));

    /**
     * @param pattern SQL LIKE pattern of namespaces
     * @param id the category's number
     */
    record CostCategory(String pattern, int id) {}

    static SummaryParameters of(DatasetParameters parameters) {
        return new SummaryParameters(
                Labels.enabledKeys(parameters.profile()),
                COST_CATEGORIES,
                Optional.of(parameters.start().toString()),
                Optional.of(parameters.lastDay().toString()),
                sourceUuid(parameters.seed()),
                "benchmark",
                "Benchmark cluster",
                1);
    }

    /** A version 8 UUID, the one for bits of one's own making. */
    private static String sourceUuid(long seed) {
        Randomness randomness = new Randomness(seed);
        long high = (randomness.bits(Choice.SOURCE_UUID, 0, 0) & ~0xF000L) | 0x8000L;
        long low = (randomness.bits(Choice.SOURCE_UUID, 1, 0) >>> 2) | (1L << 63);
        return new UUID(high, low).toString();
    }
}
