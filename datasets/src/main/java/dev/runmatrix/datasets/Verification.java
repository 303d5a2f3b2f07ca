// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.util.List;

/**
 * Whether the files of a dataset are those that its manifest lists.
 *
 * @param name name of the dataset
 * @param files files that were looked at
 * @param bytes their size
 * @param problems what is wrong, each with the path of its file; empty if nothing is
 */
public record Verification(String name, int files, long bytes, List<String> problems) {

    public Verification {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
