// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dataset that a matrix can name: one of the catalogue, made or not, or another that was made.
 *
 * @param name value of the axis {@code dataset}
 * @param podRows rows of pod usage; before dirt is taken away, where it has not been made
 * @param bytes size on disk, an estimate where it has not been made
 * @param made whether it is on this machine
 */
record KnownDataset(String name, long podRows, long bytes, boolean made) {

    /** All of them by name: the catalogue in its order, then the others. */
    static Map<String, KnownDataset> byName(Home home) throws CommandFailure {
        Map<String, KnownDataset> byName = new LinkedHashMap<>();
        try {
            DatasetStore store = new DatasetStore(home.datasets());
            for (Dataset dataset : DatasetCatalog.builtIn().datasets()) {
                byName.put(
                        dataset.name(),
                        store.find(dataset).map(KnownDataset::of).orElseGet(() -> of(dataset)));
            }
            store.list().forEach(stored -> byName.putIfAbsent(stored.manifest().name(), of(stored)));
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e);
        }
        return byName;
    }

    private static KnownDataset of(Dataset dataset) {
        return new KnownDataset(dataset.name(), dataset.parameters().podHours(), dataset.estimatedBytes(), false);
    }

    private static KnownDataset of(StoredDataset stored) {
        return new KnownDataset(
                stored.manifest().name(),
                stored.manifest().rows().podUsage(),
                stored.manifest().bytes(),
                true);
    }
}
