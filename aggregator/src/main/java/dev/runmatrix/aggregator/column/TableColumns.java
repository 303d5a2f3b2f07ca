// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

import java.util.List;

/**
 * The columns of a table that are read.
 *
 * @param ids columns whose values are read as small numbers
 * @param numbers names of the columns that are read as doubles
 */
public record TableColumns(List<IdColumn> ids, List<String> numbers) {

    /** Position of the instant in the ids of every table. */
    public static final int INSTANT = 0;

    public TableColumns {
        ids = List.copyOf(ids);
        numbers = List.copyOf(numbers);
    }
}
