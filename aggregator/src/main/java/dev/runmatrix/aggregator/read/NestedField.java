// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** Any other group or repeated field; nothing is read from such a field. */
record NestedField() implements Field {

    @Override
    public String describe() {
        return "a nested type";
    }
}
