// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;

/**
 * A claim and the cells that it is about.
 *
 * @param id {@code K1}, {@code K2}, … in the order of the file
 * @param claim the claim
 * @param groups the cells, by what is held against each other; empty where the matrix has no such cells. A group may name
 *     cells that the command line left out: the claim is about them all the same
 */
public record PlannedClaim(String id, Claim claim, List<Group> groups) {

    public PlannedClaim {
        groups = List.copyOf(groups);
    }

    /**
     * Cells that belong together: those on one input, of one setting on several inputs, or of one setting with several
     * numbers of workers.
     *
     * @param cells names of cells; in {@link ClaimKind#SCALING} by rising number of workers
     * @param versus names of the cells that each of them is compared with
     */
    public record Group(List<String> cells, List<String> versus) {

        public Group {
            cells = List.copyOf(cells);
            versus = List.copyOf(versus);
        }
    }

    /** How many cells or pairs are judged. */
    long cases() {
        return groups.stream()
                .mapToLong(g -> (long) g.cells().size() * Math.max(1, g.versus().size()))
                .sum();
    }
}
