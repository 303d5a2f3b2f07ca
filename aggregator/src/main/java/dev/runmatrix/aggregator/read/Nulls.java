// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** The NaN that stands for null; its payload tells it from the NaN of a file. */
final class Nulls {

    static final long BITS = 0x7FF8_6E75_6C6C_0000L;
    static final double NUMBER = Double.longBitsToDouble(BITS);

    private Nulls() {}
}
