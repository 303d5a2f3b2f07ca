// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** How far a mark may be believed. */
public enum Outcome {
    /** Measured, undisturbed. */
    CLEAN,
    /** Measured while something else used the machine: a grey cross. */
    CONTAMINATED,
    /** Ended without a valid result: a red cross. */
    FAILED,
    /** Stopped at its time limit: a red arrow; its time is a lower bound. */
    TIMED_OUT
}
