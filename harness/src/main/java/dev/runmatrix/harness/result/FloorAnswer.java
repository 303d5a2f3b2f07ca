// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.List;
import java.util.Optional;

/**
 * What a search for a memory floor has found; what it did not come to is absent. Sizes are in MiB.
 *
 * @param shippedHeap greatest heap with the shipped flags; absent for another program
 * @param heap the least heap that completes
 * @param heapFailing the greatest heap that does not
 * @param heapIslands lesser heaps that completed all the same
 * @param heapSettled whether the search for the least heap came to its end
 * @param knee the least heap that is as fast as the shipped one
 * @param kneeSlower the next lesser heap that was tried, which is slower
 * @param kneeRatio wall with it ÷ wall with the shipped one
 * @param kneeSure whether the interval of the ratio is wholly within what counts as as fast
 * @param advised a heap to set: a quarter more than the knee
 * @param limit the least limit of the whole process that completes, with the advised heap where there is one
 * @param limitFailing the greatest limit that does not
 * @param limitSettled whether that search came to its end
 * @param noLimit why no limit was tried; absent where it was, or where the search did not come to it
 */
public record FloorAnswer(
        Optional<Long> shippedHeap,
        Optional<Long> heap,
        Optional<Long> heapFailing,
        List<Long> heapIslands,
        boolean heapSettled,
        Optional<Long> knee,
        Optional<Long> kneeSlower,
        Optional<WallRatio> kneeRatio,
        boolean kneeSure,
        Optional<Long> advised,
        Optional<Long> limit,
        Optional<Long> limitFailing,
        boolean limitSettled,
        Optional<String> noLimit) {

    public FloorAnswer {
        heapIslands = List.copyOf(heapIslands);
    }

    /**
     * One wall divided by another.
     *
     * @param estimate the ratio, above 0
     * @param low lower end of its 95 % interval; absent where there are too few forks for one
     * @param high upper end
     */
    public record WallRatio(double estimate, Optional<Double> low, Optional<Double> high) {}
}
