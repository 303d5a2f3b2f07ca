// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.function.Function;

/**
 * How long a run will take, as far as the plan tells; forks that are repeated come on top.
 *
 * @param forks number of forks that are made in any case, warm-ups and those of the A/A twin too
 * @param duration sum of their expected lives; making data and writing reports comes on top
 * @param mostForks number of forks where every look asks for more
 * @param longest sum of the expected lives of those
 */
public record PlanEstimate(int forks, Duration duration, int mostForks, Duration longest) {

    /**
     * Adds up a plan.
     *
     * @param forkTime expected life of one fork of a cell
     */
    public static PlanEstimate of(Plan plan, Protocol protocol, Function<Cell, Duration> forkTime) {
        Duration once =
                plan.cells().stream().map(PlannedCell::cell).map(forkTime).reduce(Duration.ZERO, Duration::plus);
        Duration twin = plan.twinned()
                .filter(cell -> protocol.twin())
                .map(PlannedCell::cell)
                .map(forkTime)
                .orElse(Duration.ZERO);
        int turns = plan.cells().size() + (protocol.twin() ? 1 : 0);
        int warmups = protocol.warmupForks() * plan.cells().size();
        Duration warming = once.multipliedBy(protocol.warmupForks());
        Duration round = once.plus(twin);
        return new PlanEstimate(
                warmups + protocol.forks() * turns,
                warming.plus(round.multipliedBy(protocol.forks())),
                warmups + protocol.maxForks() * turns,
                warming.plus(round.multipliedBy(protocol.maxForks())));
    }
}
