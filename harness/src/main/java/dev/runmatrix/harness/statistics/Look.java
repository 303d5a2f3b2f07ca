// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.OptionalInt;

/**
 * What a look at a sample came to.
 *
 * @param decision whether the sample is to grow
 * @param neededValues values that the wanted precision would take, going by the interval seen; empty where no interval exists
 *     or where the precision is reached
 */
public record Look(Decision decision, OptionalInt neededValues) {

    /** Whether a sample is to grow. */
    public enum Decision {
        /** The interval is still too wide, or there are too few values for one. */
        GO_ON,
        /** The interval is narrow enough. */
        PRECISE,
        /** It would take more values than are allowed. */
        FUTILE
    }

    /** Whether the sample is to stay as it is. */
    public boolean isLast() {
        return decision != Decision.GO_ON;
    }
}
