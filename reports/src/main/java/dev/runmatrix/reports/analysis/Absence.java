// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

/** Why a planned fork has no attempt. */
public enum Absence {
    /** Its cell had failed so often in a row that the rest was left out. */
    FAILING,
    /** The time of the run was used up. */
    BUDGET,
    /** Some fork had failed, and the run was to end there. */
    FAIL_FAST,
    /** The run was interrupted. */
    INTERRUPTED,
    /** The run did not end: it still measures, or was killed. */
    RUN_DID_NOT_END,
    /** The run does not tell. */
    UNTOLD
}
