// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The order of forks. Cells take turns: a round visits every cell once, so that whatever the machine does over the time
 * of a run falls on all cells alike, and each round has an order of its own, so that no cell always follows the same one.
 * The order depends on the names of the cells, the number of warm-ups and the seed alone: cells that need no more forks
 * are passed over, and the others keep their order, so that a run that is taken up again goes on as it would have.
 *
 * <p>Cells that differ only in the axis of {@link BuildAxis} have their turns right after each other, in an order that is drawn
 * anew each time: of two builds, either comes first as often, and whatever the machine does meanwhile it does to both.
 *
 * <p>Each pass over the cells is a Fisher–Yates shuffle of the plan's order, all of them drawn one after the other from one
 * {@link SplittableRandom}; where there are builds, it shuffles the settings, and then the builds of each. Not for several
 * threads.
 */
public final class Schedule {

    private final List<List<Turn>> cells;
    private final List<List<Turn>> turns;
    private final Set<String> references = new HashSet<>();
    private final int warmupPasses;
    private final long seed;
    private SplittableRandom random;
    private int drawn;
    private List<Turn> latest = List.of();

    private Schedule(Plan plan, Protocol protocol, long seed) {
        this.cells = settings(plan);
        this.turns = new ArrayList<>(cells);
        if (protocol.twin()) {
            plan.twinned().ifPresent(c -> turns.add(List.of(new Turn(c.name(), true))));
        }
        plan.cells().stream().filter(plan::isReferenceSetting).forEach(c -> references.add(c.name()));
        this.warmupPasses = protocol.warmupForks();
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The order of a plan's forks. */
    public static Schedule of(Plan plan, Protocol protocol, long seed) {
        return new Schedule(plan, protocol, seed);
    }

    /**
     * The forks that a new run makes whatever it sees, in order: the warm-ups as round 0, then so many rounds as the
     * protocol has forks before the first look.
     */
    public static List<ScheduledFork> rounds(Plan plan, Protocol protocol, long seed) {
        Schedule schedule = of(plan, protocol, seed);
        List<ScheduledFork> order = new ArrayList<>();
        schedule.warmups().forEach(turn -> order.add(new ScheduledFork(turn.cell(), 0, 0)));
        for (int round = 1; round <= protocol.forks(); round++) {
            int number = round;
            schedule.round(round)
                    .forEach(turn -> order.add(new ScheduledFork(turn.cell(), number, number, turn.twin(), false)));
        }
        return order;
    }

    /**
     * All warm-ups. Those of the reference come first, as the outputs of the others are compared with its output; warm-ups
     * are not counted, so their order biases nothing. The twin, whose cell is warm, has none.
     */
    public List<Turn> warmups() {
        List<Turn> first = new ArrayList<>();
        List<Turn> others = new ArrayList<>();
        for (int pass = 0; pass < warmupPasses; pass++) {
            for (Turn turn : pass(pass)) {
                (references.contains(turn.cell()) ? first : others).add(turn);
            }
        }
        first.addAll(others);
        return first;
    }

    /**
     * The order of a round, numbered from 1, in which every cell and the twin have their turn. Without warm-ups the first
     * round begins with the reference, for the sake of its output.
     */
    public List<Turn> round(int number) {
        return pass(warmupPasses + number - 1);
    }

    private List<Turn> pass(int index) {
        if (index < drawn - 1) {
            random = new SplittableRandom(seed);
            drawn = 0;
        }
        while (drawn <= index) {
            latest = inOrder(drawn < warmupPasses ? cells : turns, drawn == 0 && warmupPasses == 0);
            drawn++;
        }
        return latest;
    }

    /** The cells of a plan, those of one setting together. */
    private static List<List<Turn>> settings(Plan plan) {
        Map<Cell, List<Turn>> settings = new LinkedHashMap<>();
        for (PlannedCell planned : plan.cells()) {
            settings.computeIfAbsent(BuildAxis.settingOf(planned.cell()), setting -> new ArrayList<>())
                    .add(new Turn(planned.name(), false));
        }
        return List.copyOf(settings.values());
    }

    private List<Turn> inOrder(List<List<Turn>> settings, boolean referenceFirst) {
        Stream<List<Turn>> drawnSettings = shuffled(settings).stream().map(this::shuffled);
        Comparator<Turn> first = Comparator.comparing(turn -> !this.references.contains(turn.cell()));
        return referenceFirst
                ? drawnSettings
                        .map(builds -> builds.stream().sorted(first).toList())
                        .sorted(Comparator.comparing(builds -> builds.get(0), first))
                        .flatMap(List::stream)
                        .toList()
                : drawnSettings.flatMap(List::stream).toList();
    }

    private <T> List<T> shuffled(List<T> all) {
        List<T> order = new ArrayList<>(all);
        for (int last = order.size() - 1; last > 0; last--) {
            Collections.swap(order, last, random.nextInt(last + 1));
        }
        return order;
    }
}
