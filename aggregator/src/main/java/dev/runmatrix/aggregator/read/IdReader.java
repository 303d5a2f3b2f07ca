// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.io.IOException;

/** Reads a column of small numbers, row after row. */
interface IdReader {

    /** Reads the next rows to the beginning of an array. */
    void readInto(int[] target, int count) throws IOException;

    /** Passes over rows; what is in the array afterwards means nothing. */
    void skip(long count, int[] scratch) throws IOException;
}
