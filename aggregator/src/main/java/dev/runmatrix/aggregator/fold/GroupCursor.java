// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;

/** Passes over sorted groups, one by one. */
interface GroupCursor {

    /** Goes on to the next group, at first to the first; false if there is none. */
    boolean advance() throws IOException;

    int namespace();

    int node();

    /** The merged label set. */
    int labels();

    /** Adds the values of the group to those of another; to be called once for each group. */
    void addTo(GroupValues values, int group, ResourceOrder order);
}
