// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.List;

/**
 * One row group of a file.
 *
 * @param rows number of rows
 * @param chunks its columns by leaf index
 */
record RowGroup(long rows, List<Chunk> chunks) {

    RowGroup {
        chunks = List.copyOf(chunks);
    }
}
