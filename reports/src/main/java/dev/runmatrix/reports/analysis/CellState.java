// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

/** What may be said about a cell. */
public enum CellState {
    /** Enough clean forks: it has a rank. */
    RANKED,
    /** Undisturbed, but with too few forks for a rank. */
    FEW_FORKS,
    /** Too few of its forks are clean: all of them are shown, none compared. */
    CONTAMINATED,
    /** Some fork ended without a result. */
    FAILED,
    /** Some fork was killed at its limit: its wall time is a lower bound. */
    TIMED_OUT,
    /** Some fork wrote something else than it must: its time counts for nothing. */
    WRONG_OUTPUT,
    /** No fork has ended. */
    NOT_RUN
}
