// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.Map;

/**
 * The columns of a file.
 *
 * @param fields top-level fields by name
 * @param leafCount number of columns that have values, nested ones included
 */
record FileSchema(Map<String, Field> fields, int leafCount) {

    FileSchema {
        fields = Map.copyOf(fields);
    }
}
