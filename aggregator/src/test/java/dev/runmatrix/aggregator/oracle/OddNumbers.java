// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

/** Numbers at which sizes, counts and positions go wrong. */
final class OddNumbers {
    private OddNumbers() {}

    /** Something other than {@code number}: a neighbour, a multiple, a limit of a type, or anything. */
    static long near(Dice dice, long number) {
        return dice.pick(
                number - 1,
                number + 1,
                number - 8,
                number + 8,
                number * 2,
                number / 2,
                -number,
                0L,
                1L,
                -1L,
                100L,
                1L << 20,
                80L << 20,
                1L << 28,
                (long) Integer.MAX_VALUE,
                Integer.MAX_VALUE - 7L,
                (long) Integer.MIN_VALUE,
                1L << 32,
                1L << 40,
                Long.MAX_VALUE,
                Long.MAX_VALUE - 7,
                Long.MIN_VALUE,
                dice.anyLong());
    }
}
