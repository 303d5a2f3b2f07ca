// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

/** Why a run says nothing about a cell that it planned. */
public enum Gap {
    /** Some fork ended without a result. */
    FAILED,
    /** Some fork wrote something else than it must. */
    WRONG_OUTPUT,
    /** Other programs disturbed its forks, or too few were made. */
    FEW_CLEAN_FORKS
}
