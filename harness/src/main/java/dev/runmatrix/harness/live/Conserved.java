// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.Optional;

/**
 * A counter summed over a tree of processes. The kernel adds what an ended child did to its parent once that has waited for
 * it, so that the sum over the living holds the dead, too. Where nobody waits, the sum falls: what fell away is kept.
 */
final class Conserved {

    private boolean begun;
    private long first;
    private long previous;
    private long lost;

    /** Takes the sum over all that live now; absent where one could not be read. */
    void look(Optional<Long> sum) {
        sum.ifPresent(this::look);
    }

    private void look(long sum) {
        if (!begun) {
            begun = true;
            first = sum;
        } else if (sum < previous) {
            lost += previous - sum;
        }
        previous = sum;
    }

    /** What was added since the first look; absent where nothing was ever read. */
    Optional<Long> grown() {
        return begun ? Optional.of(previous + lost - first) : Optional.empty();
    }
}
