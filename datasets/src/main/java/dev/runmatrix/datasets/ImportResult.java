// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.util.List;

/**
 * A dataset that was imported.
 *
 * @param dataset the dataset
 * @param notes what its owner should know: files that were ignored, parameters that were made up
 */
public record ImportResult(StoredDataset dataset, List<String> notes) {

    public ImportResult {
        notes = List.copyOf(notes);
    }
}
