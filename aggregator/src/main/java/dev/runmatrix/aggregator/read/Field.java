// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** A top-level field of a file's schema. */
sealed interface Field permits Leaf, MapField, NestedField {

    /** Its type in words. */
    String describe();
}
