// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

/** Where the bytes that a fork read came from. */
public enum PageCache {
    /** From memory, all but a few. */
    WARM,
    /** From both. */
    PARTLY,
    /** From storage, most of them. */
    COLD;

    /** Most that storage may deliver of a warm input. */
    public static final double WARM_BELOW = 0.05;

    /** Least that storage delivers of a cold input, of which some columns may not be wanted. */
    public static final double COLD_FROM = 0.5;

    /** The state that a share of the input's bytes, delivered by storage, speaks for. */
    static PageCache of(double share) {
        return share < WARM_BELOW ? WARM : share < COLD_FROM ? PARTLY : COLD;
    }
}
