// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import java.util.List;
import java.util.Optional;

/**
 * What a search for the least size has come to.
 *
 * @param mebibytes the least size above every one that fails; absent where none completed
 * @param failing the greatest size that fails; absent where none did
 * @param settled whether nothing is left to try
 * @param islands lesser sizes that completed, by chance as it seems, as greater ones fail
 */
public record Least(Optional<Long> mebibytes, Optional<Long> failing, boolean settled, List<Long> islands) {

    public Least {
        islands = List.copyOf(islands);
    }
}
