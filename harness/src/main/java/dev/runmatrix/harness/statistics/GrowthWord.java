// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** How a quantity grows with the data, by its elasticity: 0 where it stays, 1 where it doubles with the rows. */
public enum GrowthWord {
    /** The whole interval of the elasticity is at most {@value Elasticity#CONSTANT}. */
    CONSTANT,
    /** More than that, and the whole interval is less than {@value Elasticity#SUBLINEAR}: a fixed part and one that grows. */
    SUBLINEAR,
    /** The interval reaches {@value Elasticity#SUBLINEAR} and no higher than {@value Elasticity#LINEAR}. */
    LINEAR,
    /** The whole interval lies above that. */
    WORSE,
    /** The interval spans the limits. */
    CANNOT_TELL
}
