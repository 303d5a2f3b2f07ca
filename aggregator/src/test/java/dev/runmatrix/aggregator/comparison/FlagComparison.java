// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.comparison.Observations.Measured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs {@code bench/flags}: the whole cold process with different JVM arguments, in turns. */
final class FlagComparison {

    private final Setup setup;
    private final List<DataSet> data;
    private final List<FlagSet> sets;

    private FlagComparison(Setup setup, List<DataSet> data, List<FlagSet> sets) {
        this.setup = setup;
        this.data = List.copyOf(data);
        this.sets = List.copyOf(sets);
    }

    /** Takes the number of rounds, the seed of their order, where to write, and the data. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Setup setup = Setup.ofProperties();
        DataMaker maker = new DataMaker(setup.root(), setup.sql());
        List<DataSet> data = new ArrayList<>();
        for (String name : List.of(args).subList(3, args.length)) {
            data.add(maker.get(name));
        }
        Path archive = setup.work().resolve("flags.jsa");
        List<FlagSet> sets = FlagSet.all(setup.jvmArguments(), archive);
        String report =
                new FlagComparison(setup, data, sets).run(Integer.parseInt(args[0]), Long.parseLong(args[1]), archive);
        System.out.print(report);
        Files.writeString(Path.of(args[2]), report);
    }

    private String run(int rounds, long seed, Path archive) throws Exception {
        Fork fork = new Fork(setup.work());
        Files.deleteIfExists(archive);
        fork.run(program(new FlagSet("", FlagSet.archiving(archive)), data.get(0))
                .command());
        List<Program> all = sets.stream()
                .flatMap(set -> data.stream().map(one -> program(set, one)))
                .toList();
        Observations.take(all, 1, seed, fork);
        Observations observations = Observations.take(all, rounds, seed, fork);
        return render(observations, rounds, seed);
    }

    private Program program(FlagSet set, DataSet one) {
        List<String> command = new ArrayList<>(List.of(setup.java()));
        command.addAll(set.arguments());
        List<String> rest = new Programs(setup).ours(one, 2).command();
        command.addAll(rest.subList(rest.indexOf("-cp"), rest.size()));
        return new Program(name(set, one), command);
    }

    private static String name(FlagSet set, DataSet one) {
        return set.name() + ", " + one.name();
    }

    private String render(Observations observations, int rounds, long seed) {
        StringBuilder out = new StringBuilder("| JVM |");
        data.forEach(one -> out.append(String.format(" %s: wall | CPU | of the first | peak RSS |", one.name())));
        out.append("\n|---|").append("--:|--:|--:|--:|".repeat(data.size())).append('\n');
        for (FlagSet set : sets) {
            out.append("| ").append(set.name()).append(" |");
            data.forEach(one -> out.append(cells(observations, set, one)));
            out.append('\n');
        }
        return out.append(String.format(
                        "%nRounds: %d (seed %d), 2 workers, whole cold process; medians. Of the first: median (least–greatest)"
                                + " of the ratios of CPU within each round. In %d of %d processes others kept more than 0.15"
                                + " processors busy.%n",
                        rounds, seed, observations.disturbed(), observations.count()))
                .toString();
    }

    private String cells(Observations observations, FlagSet set, DataSet one) {
        String program = name(set, one);
        Median ratio = observations.ratio(
                new Measured(program, Quantity.CPU), new Measured(name(sets.get(0), one), Quantity.CPU));
        return String.format(
                " %s | %s | %.2f (%.2f–%.2f) | %s |",
                Quantity.WALL.format(observations.median(program, Quantity.WALL).value()),
                Quantity.CPU.format(observations.median(program, Quantity.CPU).value()),
                ratio.value(),
                ratio.least(),
                ratio.greatest(),
                Quantity.PEAK_RSS.format(
                        observations.median(program, Quantity.PEAK_RSS).value()));
    }
}
