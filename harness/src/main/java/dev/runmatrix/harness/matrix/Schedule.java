// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The order of forks. Cells take turns: a round visits every cell once, so that whatever the machine does over the time
 * of a run falls on all cells alike, and each round has an order of its own, so that no cell always follows the same one.
 * The order depends on the names of the cells, the numbers of forks and the seed alone.
 */
public final class Schedule {

    private Schedule() {}

    /**
     * All forks of a run in order: the warm-ups of all cells as round 0, then one counted fork of every cell in each of
     * the following rounds. Each pass over the cells is a Fisher–Yates shuffle of the plan's order, all of them drawn from
     * one {@link SplittableRandom}.
     *
     * @param forks counted forks a cell
     * @param warmupForks warm-ups a cell; more than one make as many passes, all in round 0
     */
    public static List<ScheduledFork> rounds(Plan plan, int forks, int warmupForks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ScheduledFork> order = new ArrayList<>();
        for (int pass = 0; pass < warmupForks; pass++) {
            shuffled(plan, random).forEach(cell -> order.add(new ScheduledFork(cell, 0, 0)));
        }
        for (int round = 1; round <= forks; round++) {
            int fork = round;
            shuffled(plan, random).forEach(cell -> order.add(new ScheduledFork(cell, fork, fork)));
        }
        return order;
    }

    private static List<String> shuffled(Plan plan, SplittableRandom random) {
        List<String> names =
                new ArrayList<>(plan.cells().stream().map(PlannedCell::name).toList());
        for (int last = names.size() - 1; last > 0; last--) {
            Collections.swap(names, last, random.nextInt(last + 1));
        }
        return names;
    }
}
