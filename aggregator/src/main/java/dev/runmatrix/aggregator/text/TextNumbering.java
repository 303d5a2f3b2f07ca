// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

/** Gives a number to each distinct text. Thread-safe. */
@FunctionalInterface
public interface TextNumbering {

    /** The number of a text; the array is the callee's from now on and is never changed. */
    int idOf(byte[] text);
}
