// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.util.List;

/**
 * What a Parquet file says of itself.
 *
 * @param rows its rows
 * @param columns names of its columns at the top level
 */
public record FooterFacts(long rows, List<String> columns) {

    public FooterFacts {
        columns = List.copyOf(columns);
    }
}
