// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.OptionalDouble;

/**
 * When the rest of the machine disturbed a fork too much for its times to be compared. The limits are fixed before
 * anything is measured, and know nothing of a fork's result.
 */
public final class Contamination {

    /** Mean cores of other processes that a clean fork tolerates. */
    public static final double MAX_FOREIGN_CORES = 0.15;

    /** Share of the machine's capacity taken by the hypervisor that a clean fork tolerates. */
    public static final double MAX_STEAL = 0.02;

    private Contamination() {}

    /**
     * Whether a fork was disturbed.
     *
     * @param foreignCores mean cores of other processes
     * @param stealFraction share of the machine's capacity that the hypervisor took; empty where not known
     */
    public static boolean of(double foreignCores, OptionalDouble stealFraction) {
        return foreignCores > MAX_FOREIGN_CORES || stealFraction.orElse(0) > MAX_STEAL;
    }
}
