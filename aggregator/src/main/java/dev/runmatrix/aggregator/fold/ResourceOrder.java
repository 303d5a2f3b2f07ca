// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.text.TextIds;
import java.util.Arrays;

/**
 * Compares names by their bytes.
 *
 * @param names what the numbers stand for
 */
record ResourceOrder(TextIds names) {

    /** The greater of two names; null is less than any. */
    int greater(int a, int b) {
        if (a == b || b == TextIds.NULL) {
            return a;
        }
        return a == TextIds.NULL || Arrays.compareUnsigned(names.text(a), names.text(b)) < 0 ? b : a;
    }

    /** Raises one name to {@code count} others. */
    void raiseOne(int[] greatest, int at, int[] values, int from, int count) {
        int greatestSoFar = greatest[at];
        for (int i = from; i < from + count; i++) {
            if (values[i] != greatestSoFar) {
                greatestSoFar = greater(greatestSoFar, values[i]);
            }
        }
        greatest[at] = greatestSoFar;
    }

    /** Raises {@code count} names from {@code first} on, each to its own. */
    void raiseRun(int[] greatest, int first, int[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (greatest[first + i] != values[from + i]) {
                greatest[first + i] = greater(greatest[first + i], values[from + i]);
            }
        }
    }
}
