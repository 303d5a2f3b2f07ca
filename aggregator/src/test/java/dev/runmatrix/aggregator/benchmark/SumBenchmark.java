// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.benchmark;

import dev.runmatrix.aggregator.sum.ExactSum;
import dev.runmatrix.aggregator.sum.PairSums;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Adding values to sums that lose nothing, and to sums that do; one value in the score. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SumBenchmark {

    private static final int GROUPS = 10_000;

    private final double[] values = new Random(1).doubles(GROUPS, 0, 3600).toArray();
    private final int[] places =
            IntStream.range(0, GROUPS).map(i -> i * 7919 % GROUPS).toArray();
    private PairSums sums = new PairSums();
    private ExactSum wide = new ExactSum();
    private double[] naive = new double[GROUPS];

    @Setup(Level.Iteration)
    public void clear() {
        sums = new PairSums();
        sums.ensure(GROUPS);
        wide = new ExactSum();
        naive = new double[GROUPS];
    }

    /** The groups of consecutive rows follow each other. */
    @Benchmark
    @OperationsPerInvocation(GROUPS)
    public PairSums exactInOrder() {
        sums.addRun(values, 0, 0, GROUPS);
        return sums;
    }

    @Benchmark
    @OperationsPerInvocation(GROUPS)
    public PairSums exactScattered() {
        sums.addEach(values, 0, places, GROUPS);
        return sums;
    }

    /** What is left to values that a pair cannot hold. */
    @Benchmark
    @OperationsPerInvocation(GROUPS)
    public ExactSum exactWide() {
        for (double value : values) {
            wide.add(value);
        }
        return wide;
    }

    @Benchmark
    @OperationsPerInvocation(GROUPS)
    public double[] roundedInOrder() {
        for (int i = 0; i < GROUPS; i++) {
            naive[i] += values[i];
        }
        return naive;
    }

    @Benchmark
    @OperationsPerInvocation(GROUPS)
    public double[] roundedScattered() {
        for (int i = 0; i < GROUPS; i++) {
            naive[places[i]] += values[i];
        }
        return naive;
    }
}
