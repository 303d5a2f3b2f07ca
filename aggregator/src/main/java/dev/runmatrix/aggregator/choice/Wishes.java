// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings that are not to be chosen because the user named them.
 *
 * @param maxWorkers threads at work, at least 1; absent if free
 * @param chunkSize rows of a chunk when streaming, at least 1; absent if free
 * @param parallelChunks whether streaming works on several chunks at once; absent if free
 */
public record Wishes(OptionalInt maxWorkers, OptionalInt chunkSize, Optional<Boolean> parallelChunks) {

    /** All is free. */
    public static final Wishes NONE = new Wishes(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /** Whether streaming must take one chunk after the other. */
    boolean serial() {
        return !parallelChunks.orElse(true);
    }
}
