// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalInt;

/**
 * Why a cell got no more forks.
 *
 * @param cell name of the cell
 * @param planned counted forks that it was to have when it ended, with those that were not made
 * @param reason what ended it
 * @param neededForks forks that the wanted precision would take, where that is the reason; empty otherwise
 */
public record CellEnd(String cell, int planned, Reason reason, OptionalInt neededForks) {

    /** What can end a cell. */
    public enum Reason {
        /** All forks that were asked for are made. */
        @JsonProperty("forks_made")
        FORKS_MADE,
        /** Its interval was narrow enough at a look. */
        @JsonProperty("precise")
        PRECISE,
        /** At a look, the wanted precision would have taken more forks than are allowed. */
        @JsonProperty("futile")
        FUTILE,
        /** The time of the run was used up: the rest of its forks were not made. */
        @JsonProperty("budget")
        BUDGET,
        /** It failed so often in a row that the rest of its forks were skipped. */
        @JsonProperty("failing")
        FAILING,
        /** A fork failed, and the run was to end at the first failure: the rest of its forks were not made. */
        @JsonProperty("fail_fast")
        FAIL_FAST,
        /** The run was interrupted: the rest of its forks were not made. */
        @JsonProperty("interrupted")
        INTERRUPTED
    }
}
