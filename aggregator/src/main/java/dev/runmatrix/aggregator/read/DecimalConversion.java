// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Decimals as their nearest double.
 *
 * @param scale digits after the point
 */
record DecimalConversion(int scale) implements NumberConversion {

    @Override
    public double ofBytes(byte[] bytes, int from, int length) {
        if (length == 0) {
            throw new MalformedException("a decimal of no bytes");
        }
        return new BigDecimal(new BigInteger(bytes, from, length), scale).doubleValue();
    }

    @Override
    public double ofInteger(long value) {
        return BigDecimal.valueOf(value, scale).doubleValue();
    }
}
