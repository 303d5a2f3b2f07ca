// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.function.Function;

/**
 * How long a run will take.
 *
 * @param forks number of forks, warm-ups too
 * @param duration sum of their expected lives; making data and writing reports comes on top
 */
public record PlanEstimate(int forks, Duration duration) {

    /**
     * Adds up a plan.
     *
     * @param forkTime expected life of one fork of a cell
     */
    public static PlanEstimate of(Plan plan, Protocol protocol, Function<Cell, Duration> forkTime) {
        int each = protocol.forks() + protocol.warmupForks();
        Duration once =
                plan.cells().stream().map(PlannedCell::cell).map(forkTime).reduce(Duration.ZERO, Duration::plus);
        return new PlanEstimate(each * plan.cells().size(), once.multipliedBy(each));
    }
}
