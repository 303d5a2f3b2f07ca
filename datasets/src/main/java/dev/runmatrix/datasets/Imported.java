// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.nio.file.Path;
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

    /** Whether the data is on another machine. */
    boolean isFar() {
        return location.filter(place -> place.contains("://")).isPresent();
    }

    /** The folder of this machine in which the data stays; absent if it is on another, or in the dataset's own directory. */
    Optional<DataPlace> localPlace() {
        return isFar() ? Optional.empty() : location.map(place -> new LocalPlace(Path.of(place)));
    }
}
