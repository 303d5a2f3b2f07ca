// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan needs to know of a dataset that may not have been made yet.
 *
 * @param name value of the axis {@code dataset}
 * @param podRows rows of pod usage
 * @param estimatedBytes approximate size on disk, good to about half of it
 */
record KnownDataset(String name, long podRows, long estimatedBytes) {

    private static final List<KnownDataset> CATALOG = List.of(
            new KnownDataset("tiny", 288, 100_000),
            new KnownDataset("20k", 19_920, 600_000),
            new KnownDataset("50k", 49_920, 1_300_000),
            new KnownDataset("100k", 99_840, 2_300_000),
            new KnownDataset("250k", 249_600, 5_000_000),
            new KnownDataset("500k", 499_200, 10_000_000),
            new KnownDataset("1m", 998_400, 19_000_000),
            new KnownDataset("1.5m", 1_497_600, 28_000_000),
            new KnownDataset("2m", 1_996_800, 38_000_000),
            new KnownDataset("production-small", 3_720_000, 79_000_000),
            new KnownDataset("production-medium", 7_432_560, 157_000_000),
            new KnownDataset("production-large", 49_996_800, 930_000_000));

    /** All of them by name, smallest first. */
    static Map<String, KnownDataset> byName() {
        Map<String, KnownDataset> byName = new LinkedHashMap<>();
        CATALOG.forEach(dataset -> byName.put(dataset.name(), dataset));
        return byName;
    }
}
