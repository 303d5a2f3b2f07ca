// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.List;
import java.util.Optional;

/**
 * What the log of the process told while it was watched.
 *
 * @param source the log, as its user names it
 * @param points in time order; the first may stand from before the watch
 * @param lines new lines that were read
 * @param givenTotal units in all as the user says; absent where the user does not
 * @param trouble why lines could not be used; absent where there was none
 */
public record LiveProgress(
        String source, List<ProgressPoint> points, long lines, Optional<Long> givenTotal, Optional<String> trouble) {

    public LiveProgress {
        points = List.copyOf(points);
    }
}
