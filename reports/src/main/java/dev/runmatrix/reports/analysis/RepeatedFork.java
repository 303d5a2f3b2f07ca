// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import java.util.List;

/**
 * A fork that was made more than once.
 *
 * @param replaced the attempts that do not count, in order of writing, at least one
 * @param last the attempt that counts
 */
public record RepeatedFork(List<ForkRecord> replaced, ForkRecord last) {

    public RepeatedFork {
        replaced = List.copyOf(replaced);
    }
}
