// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.Optional;

/**
 * How far the process said that it was.
 *
 * @param elapsedNanos when that was read, since the watch began; negative for what stood in the log before
 * @param done units done, 0 or more
 * @param total units in all; absent where the line does not say
 */
public record ProgressPoint(long elapsedNanos, long done, Optional<Long> total) {}
