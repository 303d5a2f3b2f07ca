// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.util.List;
import java.util.Optional;

/**
 * Where the data of an imported dataset comes from.
 *
 * @param format what was read
 * @param location where the data stays, a folder or an address; absent if the dataset's own directory holds it
 * @param sources files that were read
 * @param outside files that stay where they are
 */
public record Imported(
        ImportFormat format, Optional<String> location, List<ImportedSource> sources, List<OutsideFile> outside) {

    public Imported {
        sources = List.copyOf(sources);
        outside = List.copyOf(outside);
    }
}
