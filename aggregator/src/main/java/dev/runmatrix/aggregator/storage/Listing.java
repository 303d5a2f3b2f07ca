// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.util.List;

/**
 * What lies at a location.
 *
 * @param folder whether it is a folder; otherwise the only file is the location itself
 * @param files those at any depth below the folder
 */
public record Listing(boolean folder, List<StoredFile> files) {

    public Listing {
        files = List.copyOf(files);
    }
}
