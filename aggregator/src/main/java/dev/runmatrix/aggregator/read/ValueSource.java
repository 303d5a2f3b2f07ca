// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** Gives the values of a page one after the other; nulls have no value. */
interface ValueSource {

    /** Begins the values of a page, {@code data[from, to)}, of which there are at most {@code count}. */
    void start(byte[] data, int from, int to, int count);

    /** The next value of a column that is read as small numbers. */
    int nextId(IdConversion conversion);

    /** The next value of a column that is read as doubles. */
    double nextNumber(NumberConversion conversion);
}
