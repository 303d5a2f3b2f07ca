// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.comparison.Observations.Measured;
import dev.runmatrix.aggregator.plan.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs {@code bench/memory}: streaming in a small heap, whole data sets and their first day alone. */
final class MemoryComparison {

    private static final double BAR = 1.10;
    private static final String HEAD = """
            | data | rows | wall | peak RSS | of its first day alone | ratio | range | bar | in 256 MB of heap |
            |---|--:|--:|--:|--:|--:|--:|--:|---|
            """;

    private final Programs programs;
    private final Fork fork;
    private final int rounds;
    private final long seed;

    private MemoryComparison(Setup setup, int rounds, long seed) {
        programs = new Programs(setup);
        fork = new Fork(setup.work());
        this.rounds = rounds;
        this.seed = seed;
    }

    /** Takes the number of rounds, the seed of their order, where to write, and the data. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Setup setup = Setup.ofProperties();
        DataMaker maker = new DataMaker(setup.root(), setup.sql());
        MemoryComparison comparison = new MemoryComparison(setup, Integer.parseInt(args[0]), Long.parseLong(args[1]));
        StringBuilder report = new StringBuilder(HEAD);
        for (String name : List.of(args).subList(3, args.length)) {
            report.append(comparison.row(maker.get(name))).append('\n');
        }
        System.out.print(report);
        Files.writeString(Path.of(args[2]), report);
    }

    private String row(DataSet data) throws Exception {
        String whole = Programs.boundedName(data);
        String first = "first day, " + data.name();
        List<Program> both = List.of(
                programs.bounded(whole, data, List.of(data.directory())),
                programs.bounded(first, data, firstDay(data)));
        String about = String.format("| %s | %,d |", data.name(), data.rows());
        try {
            Observations.take(both, 1, seed, fork);
        } catch (Fork.FailedException e) {
            return about + " | | | | | | NOT REACHED: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + " |";
        }
        Observations observations = Observations.take(both, rounds, seed, fork);
        Median ratio =
                observations.ratio(new Measured(whole, Quantity.PEAK_RSS), new Measured(first, Quantity.PEAK_RSS));
        return about
                + String.format(
                        " %s | %s | %s | %.2f | %.2f–%.2f | %.2f: %s | reached |",
                        Quantity.WALL.format(
                                observations.median(whole, Quantity.WALL).value()),
                        Quantity.PEAK_RSS.format(
                                observations.median(whole, Quantity.PEAK_RSS).value()),
                        Quantity.PEAK_RSS.format(
                                observations.median(first, Quantity.PEAK_RSS).value()),
                        ratio.value(),
                        ratio.least(),
                        ratio.greatest(),
                        BAR,
                        ratio.value() <= BAR ? "reached" : "NOT REACHED");
    }

    private static List<Path> firstDay(DataSet data) throws Exception {
        List<Path> files = new ArrayList<>();
        for (Table table : Table.values()) {
            files.addAll(data.files(table));
        }
        String day = files.stream()
                .flatMap(MemoryComparison::dayOf)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(data.name() + ": its files are not those of days"));
        return files.stream().filter(file -> dayOf(file).anyMatch(day::equals)).toList();
    }

    private static Stream<String> dayOf(Path file) {
        return Stream.of(file.toString().split("/", -1)).filter(part -> part.startsWith("day="));
    }
}
