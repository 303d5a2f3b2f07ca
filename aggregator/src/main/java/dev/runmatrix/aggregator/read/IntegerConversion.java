// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * Whole numbers as their nearest double.
 *
 * @param unsigned whether they have no sign
 */
record IntegerConversion(boolean unsigned) implements NumberConversion {

    @Override
    public double ofBytes(byte[] bytes, int from, int length) {
        throw new MalformedException("bytes where a whole number is expected");
    }

    @Override
    public double ofInteger(long value) {
        if (!unsigned || value >= 0) {
            return value;
        }
        // Halved, with the lost bit kept so that the one rounding is right.
        return 2.0 * ((value >>> 1) | (value & 1));
    }
}
