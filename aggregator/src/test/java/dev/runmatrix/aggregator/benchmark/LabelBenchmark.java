// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runmatrix.aggregator.labels.LabelSets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading the texts of labels, and merging the sets that they stand for; one text or one pair of sets in the score. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LabelBenchmark {

    private static final int TEXTS = 400;

    private final byte[][] pods =
            texts("{\"app\":\"app-%d\",\"environment\":\"prod\",\"version\":\"v%d\",\"tier\":\"t\"}");
    private final byte[][] pairs = texts("app:app-%d|environment:prod|version:v%d|tier:t");
    private final byte[][] nodes = texts("{\"role\":\"worker\",\"zone\":\"zone-%d\",\"machine\":\"m%d\"}");
    private LabelSets sets = new LabelSets(List.of());
    private int[] podSets = {};
    private int[] nodeSets = {};

    private static byte[][] texts(String pattern) {
        return IntStream.range(0, TEXTS)
                .mapToObj(i -> String.format(pattern, i % 80, i / 80).getBytes(UTF_8))
                .toArray(byte[][]::new);
    }

    @Setup
    public void read() {
        sets = new LabelSets(List.of("app", "environment", "team", "version", "zone"));
        podSets = IntStream.range(0, TEXTS).map(i -> sets.idOf(pods[i])).toArray();
        nodeSets = IntStream.range(0, TEXTS).map(i -> sets.idOf(nodes[i])).toArray();
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public int parseJson() {
        return parse(pods);
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public int parsePairs() {
        return parse(pairs);
    }

    private int parse(byte[][] texts) {
        int all = 0;
        for (byte[] text : texts) {
            all += sets.idOf(text);
        }
        return all;
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public int merge() {
        int all = 0;
        for (int i = 0; i < TEXTS; i++) {
            all += sets.merge(nodeSets[i], podSets[i]);
        }
        return all;
    }
}
