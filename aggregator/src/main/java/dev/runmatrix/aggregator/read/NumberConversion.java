// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** Turns the values of a column into doubles. */
interface NumberConversion {

    /** The nearest double of a value that is bytes. */
    double ofBytes(byte[] bytes, int from, int length);

    /** The nearest double of a value that is a whole number. */
    double ofInteger(long value);
}
