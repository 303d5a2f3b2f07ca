// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/** Spreads the bits of keys for tables whose size is a power of two. */
final class Hash {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static int of(long a, int b) {
        long mixed = (a ^ (b * GOLDEN)) * GOLDEN;
        return (int) (mixed ^ (mixed >>> 32));
    }
}
