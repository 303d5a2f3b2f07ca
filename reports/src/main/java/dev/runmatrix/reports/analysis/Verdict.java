// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

/** What a comparison of two cells of the same run shows. */
public enum Verdict {
    /** The interval lies below 1, and the ratio at or beyond the practical threshold. */
    FASTER,
    /** The mirror image. */
    SLOWER,
    /** The 90 % interval lies inside the threshold on both sides. */
    WITHIN,
    /** None of these, or one of the two is not clean. */
    CANNOT_TELL,
    /** One of the two has fewer forks than a verdict needs. */
    TOO_FEW_FORKS
}
