// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Runs {@code bench/compare}: this aggregator and DuckDB in turns, and whether the bars are reached. */
final class Compare {

    private final Setup setup;
    private final Programs programs;
    private final DataSet main;
    private final List<DataSet> sizes;

    private Compare(Setup setup, DataSet main, List<DataSet> sizes) {
        this.setup = setup;
        this.programs = new Programs(setup);
        this.main = main;
        this.sizes = List.copyOf(sizes);
    }

    /** Takes the number of rounds, the seed of their order, where to write, the data, and the sizes to compare. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Setup setup = Setup.ofProperties();
        DataMaker maker = new DataMaker(setup.root(), setup.sql());
        DataSet main = maker.get(args[3]);
        List<DataSet> sizes = new ArrayList<>();
        for (String name : List.of(args).subList(4, args.length)) {
            sizes.add(maker.get(name));
        }
        sizes.sort(Comparator.comparingLong(DataSet::rows));
        String report = new Compare(setup, main, sizes).run(Integer.parseInt(args[0]), Long.parseLong(args[1]));
        System.out.print(report);
        Files.writeString(Path.of(args[2]), report);
    }

    private String run(int rounds, long seed) throws Exception {
        Fork fork = new Fork(setup.work());
        bringIntoMemory(fork);
        String agreement = agreement(fork);
        List<Program> all = allPrograms();
        Observations observations = Observations.take(all, rounds, seed, fork);
        Files.writeString(setup.work().resolve("compare.tsv"), observations.tsv());
        return new ComparisonReport(observations, main, sizes).render(rounds, seed, agreement);
    }

    private void bringIntoMemory(Fork fork) throws Exception {
        for (DataSet size : sizes) {
            fork.run(programs.ours(size, 2).command());
        }
        fork.run(programs.peer("empty", main, 2).command());
    }

    private String agreement(Fork fork) throws Exception {
        fork.run(programs.ours(main, 2).command());
        return Agreement.check(new PeerSql(setup.sql(), main).of("full"), programs.output());
    }

    private List<Program> allPrograms() throws Exception {
        List<Program> all = new ArrayList<>(List.of(
                programs.ours(main, 2),
                programs.streaming(main, 2),
                programs.ours(main, 1),
                programs.peer("full", main, 2),
                programs.peer("full", main, 1),
                programs.peer("plain", main, 2),
                programs.peer("scan", main, 2),
                programs.peer("empty", main, 2),
                programs.warm(main, 2),
                programs.warm(main, 1),
                programs.pages(main, "decode", 2),
                programs.pages(main, "decompress", 2),
                programs.pages(main, "read", 2),
                programs.warmPeer(main, 2)));
        for (DataSet size : sizes) {
            if (!size.equals(main)) {
                all.add(programs.ours(size, 2));
                all.add(programs.warm(size, 2));
            }
            if (size.rows() < main.rows()) {
                all.add(programs.peer("full", size, 2));
            }
        }
        return all;
    }
}
