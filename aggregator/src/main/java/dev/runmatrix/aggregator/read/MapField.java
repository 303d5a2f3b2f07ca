// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * A map from text to text.
 *
 * @param mapDefinition definition level of a map that is there but may be empty
 * @param key the leaf of its keys
 * @param value the leaf of its values
 */
record MapField(int mapDefinition, Leaf key, Leaf value) implements Field {

    @Override
    public String describe() {
        return "MAP of " + key.describe() + " to " + value.describe();
    }
}
