// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What was seen of several programs that took turns: one observation of each in every round. */
final class Observations {

    private final Map<String, List<Observation>> byProgram = new LinkedHashMap<>();

    /** Runs every program once in each round, each round in an order of its own. */
    static Observations take(List<Program> programs, int rounds, long seed, Fork fork)
            throws IOException, InterruptedException {
        Observations taken = new Observations();
        programs.forEach(program -> taken.byProgram.put(program.name(), new ArrayList<>()));
        Random random = new Random(seed);
        List<Program> order = new ArrayList<>(programs);
        for (int round = 1; round <= rounds; round++) {
            Collections.shuffle(order, random);
            System.err.printf("bench: round %d of %d ", round, rounds);
            for (Program program : order) {
                System.err.print('.');
                taken.of(program.name()).add(fork.run(program.command()));
            }
            System.err.println();
        }
        return taken;
    }

    /** Names of the programs. */
    Collection<String> programs() {
        return Collections.unmodifiableSet(byProgram.keySet());
    }

    boolean has(String program) {
        return byProgram.containsKey(program);
    }

    private List<Observation> of(String program) {
        List<Observation> found = byProgram.get(program);
        if (found == null) {
            throw new IllegalArgumentException("nothing was measured of " + program);
        }
        return found;
    }

    /** Middle and range of a quantity of a program. */
    Median median(String program, Quantity quantity) {
        return Median.of(of(program).stream().mapToDouble(quantity::of).toArray());
    }

    /** Middle and range of the ratios within each round. */
    Median ratio(Measured over, Measured under) {
        List<Observation> upper = of(over.program());
        List<Observation> lower = of(under.program());
        return Median.of(IntStream.range(0, upper.size())
                .mapToDouble(
                        i -> over.quantity().of(upper.get(i)) / under.quantity().of(lower.get(i)))
                .toArray());
    }

    boolean hasInside(String program) {
        return of(program).stream().noneMatch(seen -> seen.iterations().isEmpty());
    }

    boolean isWarm(String program) {
        return of(program).stream().allMatch(seen -> seen.iterations().size() == Quantity.ITERATIONS);
    }

    long count() {
        return byProgram.values().stream().mapToLong(List::size).sum();
    }

    /** How many were disturbed by other processes. */
    long disturbed() {
        return byProgram.values().stream()
                .flatMap(List::stream)
                .filter(Observation::isDisturbed)
                .count();
    }

    /** Everything that was seen, a process a line: values in nanoseconds and bytes, and those of each iteration. */
    String tsv() {
        StringBuilder out = new StringBuilder("program\tround\twall\tCPU\tpeak RSS\tforeign cores\titerations\n");
        byProgram.forEach((program, seen) -> {
            for (int round = 1; round <= seen.size(); round++) {
                Observation one = seen.get(round - 1);
                out.append(String.format(
                        "%s\t%d\t%d\t%d\t%d\t%.2f",
                        program, round, one.wallNanos(), one.cpuNanos(), one.peakRssBytes(), one.foreignCores()));
                one.iterations()
                        .forEach(iteration -> out.append('\t')
                                .append(iteration.wallNanos())
                                .append('\t')
                                .append(iteration.cpuNanos()));
                out.append('\n');
            }
        });
        return out.toString();
    }

    /**
     * A quantity of a program.
     *
     * @param program its name
     * @param quantity what of it
     */
    record Measured(String program, Quantity quantity) {}
}
