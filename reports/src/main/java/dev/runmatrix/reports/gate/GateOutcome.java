// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

/** What came of one rule in one cell. */
public enum GateOutcome {
    /** The forks show that the bound is kept. */
    PASS,
    /** They show that it is broken. */
    FAIL,
    /** It is broken, and somebody has accepted that, for a time. */
    ACCEPTED,
    /** They show neither, or another sitting alone speaks against the cell. */
    INCONCLUSIVE,
    /** There is nothing to judge: no baseline, no such cell in it, no fork that ended well. */
    NOT_MEASURED
}
