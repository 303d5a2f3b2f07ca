// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.StoredDataset;
import java.util.OptionalLong;

/**
 * A dataset and what of it is on this machine.
 *
 * @param name of the dataset
 * @param podRows rows of its largest table
 * @param outputRows rows of its daily summary; absent where only making it would tell
 * @param bytes size of its files
 * @param estimated whether the size is an estimate, as the files are not there
 * @param state ready, outdated, imported, damaged, not made or unknown
 */
record ListedDataset(String name, long podRows, OptionalLong outputRows, long bytes, boolean estimated, String state) {

    static ListedDataset of(StoredDataset stored, String state) {
        return new ListedDataset(
                stored.name(),
                stored.manifest().rows().podUsage(),
                stored.manifest().outputRows(),
                stored.manifest().bytes(),
                false,
                state);
    }

    static ListedDataset planned(Dataset dataset, String state) {
        return new ListedDataset(
                dataset.name(),
                dataset.parameters().podHours(),
                OptionalLong.of(dataset.parameters().cleanOutputRows()),
                dataset.estimatedBytes(),
                true,
                state);
    }
}
