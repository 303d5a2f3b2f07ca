// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.time.DayRange;
import java.util.List;
import java.util.Optional;

/**
 * One row group of a file.
 *
 * @param rows number of rows
 * @param chunks its columns by leaf index
 * @param days days that its rows can be on, by its statistics; absent if they do not tell
 */
record RowGroup(long rows, List<Chunk> chunks, Optional<DayRange> days) {

    RowGroup {
        chunks = List.copyOf(chunks);
    }
}
