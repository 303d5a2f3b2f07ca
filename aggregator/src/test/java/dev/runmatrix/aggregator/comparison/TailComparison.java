// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Runs {@code bench/tail}: how long the last thread still works when the first has nothing left to do. */
final class TailComparison {

    private static final double BAR = 0.10;

    private TailComparison() {}

    /** Takes the number of repetitions, the data and the numbers of workers. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Setup setup = Setup.ofProperties();
        DataSet data = new DataMaker(setup.root(), setup.sql()).get(args[1]);
        System.out.println("| data | workers | tail, share of wall | range | bar | |\n|---|--:|--:|--:|--:|---|");
        for (String workers : List.of(args).subList(2, args.length)) {
            // The first repetition is as much about the JVM as about the work.
            tail(setup, data, Integer.parseInt(workers));
            double[] tails = new double[Integer.parseInt(args[0])];
            for (int i = 0; i < tails.length; i++) {
                tails[i] = tail(setup, data, Integer.parseInt(workers));
            }
            Median median = Median.of(tails);
            System.out.printf(
                    "| %s | %s | %.1f %% | %.1f–%.1f %% | %.0f %% | %s |%n",
                    data.name(),
                    workers,
                    100 * median.value(),
                    100 * median.least(),
                    100 * median.greatest(),
                    100 * BAR,
                    median.value() <= BAR ? "reached" : "NOT REACHED");
        }
    }

    private static double tail(Setup setup, DataSet data, int workers) throws Exception {
        Map<Thread, Long> lastWork = new ConcurrentHashMap<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void folded(long rows) {
                lastWork.put(Thread.currentThread(), System.nanoTime());
            }
        };
        Path output = setup.work().resolve("tail.parquet");
        long began = System.nanoTime();
        Aggregator.run(
                new AggregationConfig(
                        List.of(data.directory()),
                        data.params(),
                        Output.file(output),
                        Mode.IN_MEMORY,
                        true,
                        workers,
                        1,
                        OptionalInt.empty(),
                        true),
                listener);
        double wall = System.nanoTime() - began;
        Files.delete(output);
        return (Collections.max(lastWork.values()) - Collections.min(lastWork.values())) / wall;
    }
}
