// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.nio.file.Path;
import java.util.List;

/**
 * A run as read back from its directory.
 *
 * @param directory where it lies
 * @param run the frame
 * @param forks every complete line of {@code forks.jsonl}, in order of writing
 * @param torn whether a half-written last line was left out, as a kill leaves it
 */
public record StoredRun(Path directory, RunRecord run, List<ForkRecord> forks, boolean torn) {

    public StoredRun {
        forks = List.copyOf(forks);
    }
}
