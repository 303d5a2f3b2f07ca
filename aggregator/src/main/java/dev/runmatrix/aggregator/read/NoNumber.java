// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * As {@link OnlyNulls}, for a column of numbers.
 *
 * @param type the type in words
 */
record NoNumber(String type) implements NumberConversion {

    @Override
    public double ofBytes(byte[] bytes, int from, int length) {
        throw OnlyNulls.unexpected(type);
    }

    @Override
    public double ofInteger(long value) {
        throw OnlyNulls.unexpected(type);
    }
}
