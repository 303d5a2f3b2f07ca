// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** Turns the values of a column into small numbers. */
interface IdConversion {

    /** The number of a value that is bytes. */
    int ofBytes(byte[] bytes, int from, int length);

    /** The number of a value that is a whole number. */
    int ofInteger(long value);
}
