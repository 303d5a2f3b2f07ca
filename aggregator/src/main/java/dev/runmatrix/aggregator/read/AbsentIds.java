// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.Arrays;

/**
 * A column that the file does not have: null in every row.
 *
 * @param nullId the number of null
 */
record AbsentIds(int nullId) implements IdReader {

    @Override
    public void readInto(int[] target, int count) {
        Arrays.fill(target, 0, count, nullId);
    }

    @Override
    public void skip(long count, int[] scratch) {
        // Nothing was there to pass over.
    }
}
