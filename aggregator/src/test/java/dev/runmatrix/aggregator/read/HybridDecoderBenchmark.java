// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Unpacking the indexes of a dictionary, which is most of what a column of few distinct values costs; one in the score. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HybridDecoderBenchmark {

    private static final int VALUES = 1 << 16;
    private static final int BYTES_OF_HEADER = 2;

    /** Groups of eight in a run, as most writers make them at the most. */
    private static final int GROUPS_OF_RUN = 63;

    @Param({"1", "2", "4", "6", "8", "9", "12", "16", "20"})
    public int bitWidth;

    private final HybridDecoder decoder = new HybridDecoder();
    private final int[] out = new int[VALUES];
    private byte[] packed = {};

    @Setup
    public void pack() {
        int runs = (VALUES / 8 + GROUPS_OF_RUN - 1) / GROUPS_OF_RUN;
        int bytesOfRun = BYTES_OF_HEADER + GROUPS_OF_RUN * bitWidth;
        packed = new byte[runs * bytesOfRun];
        new Random(bitWidth).nextBytes(packed);
        for (int run = 0; run < runs; run++) {
            // A variable-length number of two bytes; its lowest bit says that what follows is packed.
            packed[run * bytesOfRun] = (byte) (GROUPS_OF_RUN << 1 | 1 | 0x80);
            packed[run * bytesOfRun + 1] = GROUPS_OF_RUN << 1 >> 7;
        }
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int[] unpack() {
        decoder.start(packed, 0, packed.length, bitWidth);
        decoder.read(out, 0, VALUES);
        return out;
    }
}
