// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Ratio;
import java.util.Optional;

/**
 * The least size that is as fast as plenty.
 *
 * @param mebibytes the size
 * @param ratio wall with it ÷ wall with plenty
 * @param slower the next lesser size that was tried, which is slower; absent where the least one is fast enough
 */
public record Knee(long mebibytes, Ratio ratio, Optional<Long> slower) {

    /** Whether the whole interval of the ratio is within what counts as as fast. */
    public boolean isSure() {
        return ratio.interval()
                .map(Interval::high)
                .filter(high -> high <= KneeSearch.ALLOWED)
                .isPresent();
    }
}
