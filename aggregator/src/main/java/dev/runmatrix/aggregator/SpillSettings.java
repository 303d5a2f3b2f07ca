// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Grant;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What happens to groups that do not fit into memory, which takes input whose days are all open to the end, or a huge
 * day: they are sorted, written to temporary files and merged. No setting changes the output.
 *
 * @param stateBytes what the groups of all threads may take in memory, in bytes, at least 0; absent means a part of the
 *     heap
 * @param directory where the temporary files go; absent means beside the output, and
 *     for a table {@code java.io.tmpdir}
 */
public record SpillSettings(OptionalLong stateBytes, Optional<Path> directory) {

    /** What suits nearly always. */
    public static final SpillSettings USUAL = new SpillSettings(OptionalLong.empty(), Optional.empty());

    /** The rest is for batches, pages, output and the registers of names and labels. */
    private static final int HEAP_SHARE = 6;

    public SpillSettings {
        if (stateBytes.isPresent() && stateBytes.getAsLong() < 0) {
            throw new IllegalArgumentException(
                    "state_memory: " + stateBytes.getAsLong() + " is not allowed, use 0 or more");
        }
    }

    long effectiveBytes() {
        return stateBytes.orElseGet(() -> Grant.ofThisJvm().heapBytes() / HEAP_SHARE);
    }

    /** Where the temporary files go if the output is this file, or a table. */
    Path effectiveDirectory(Optional<Path> output) {
        return directory
                .or(() -> output.map(Path::toAbsolutePath).map(Path::getParent))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
