// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** What a comparison with another sitting gives reason to look at again. */
public enum Suspicion {
    /** It may take more: p below 0.10, and a ratio of at least 1 + half of the tolerance. */
    SLOWER,
    /** The mirror image. */
    FASTER,
    /** Neither. */
    NONE,
    /** Too few forks to suspect or to clear anything. */
    TOO_FEW_FORKS
}
