// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.List;
import java.util.Map;

/**
 * The columns of a file.
 *
 * @param fields top-level fields by name
 * @param leaves the columns that have values, nested ones included, in the order of their chunks
 */
record FileSchema(Map<String, Field> fields, List<Leaf> leaves) {

    FileSchema {
        fields = Map.copyOf(fields);
        leaves = List.copyOf(leaves);
    }
}
