// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** What is known of a quantity before any of it is measured: how it can grow with the data. */
public enum GrowthKind {
    /** Each row costs time: it grows with the rows, beyond a fixed part that is no more than the smallest input took. */
    TIME,
    /** Memory may level off, as one row makes room for the next, but does not shrink. */
    MEMORY
}
