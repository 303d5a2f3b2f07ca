// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.choice.Choice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One aggregation, as one cell of the matrix sets it: called once, in a fresh JVM. */
@State(Scope.Benchmark)
public class AggregationBenchmark {

    /** Class and method, as JMH names a benchmark. */
    public static final String NAME = "dev.runmatrix.harness.fork.AggregationBenchmark.aggregate";

    /** The kernel keeps 15 bytes of a name, which of JMH's say nothing. */
    private static final String CALLER = "aggregate";

    private ForkTask task = new ForkTask(Map.of(), List.of(), Path.of(""), Path.of(""), Path.of(""));
    private RegionMeter meter = new RegionMeter();
    private Optional<Choice> choice = Optional.empty();

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        ParentWatch.start();
        task = ForkTask.ofThisJvm();
        meter = new RegionMeter();
    }

    @Benchmark
    public void aggregate() throws InputException, IOException {
        Thread.currentThread().setName(CALLER);
        AggregationConfig config = CellConfiguration.of(task);
        meter.begin();
        AggregationResult result = Aggregator.run(config);
        meter.end(result.counters().rowsRead(), result.work());
        choice = result.choice();
    }

    @TearDown(Level.Trial)
    public void report() throws IOException {
        meter.report().choosing(choice.map(AggregationBenchmark::line)).write(task.report());
    }

    private static String line(Choice choice) {
        return choice.summary() + ": " + String.join(" ", choice.reasons());
    }
}
