// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.text.TextIds;
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

/** Finding the groups of rows, and merging the groups of two threads; one row or one group in the score. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GroupsBenchmark {

    private static final int GROUPS = 10_000;
    private static final int SLICE = 2000;
    private static final int NODES = 100;
    private static final int NAMESPACES = 50;
    private static final int LABELS = 400;
    private static final int NO_NODE = -2;

    /** Whether rows, or the groups of the other thread, come in the order in which the groups were made. */
    @Param({"sequential", "shuffled"})
    public String order = "";

    private final ResourceOrder resources = new ResourceOrder(new TextIds());
    private final RowGroups rows = new RowGroups(SLICE);
    private final int[] namespaces = new int[GROUPS];
    private final int[] nodes = new int[GROUPS];
    private final int[] labels = new int[GROUPS];
    private final int[] keys = new int[GROUPS];
    private DayGroups groups = new DayGroups();
    private DayGroups left = new DayGroups();
    private DayGroups right = new DayGroups();

    @Setup
    public void fill() {
        Random random = new Random(1);
        for (int i = 0; i < GROUPS; i++) {
            keys[i] = random.nextInt(NAMESPACES * LABELS);
        }
        arrange(random, false);
        left = found(new DayGroups());
        groups = found(new DayGroups());
        arrange(random, order.equals("shuffled"));
        right = found(new DayGroups());
    }

    private void arrange(Random random, boolean shuffled) {
        int[] at = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            int other = shuffled ? random.nextInt(i + 1) : i;
            at[i] = at[other];
            at[other] = i;
        }
        for (int i = 0; i < GROUPS; i++) {
            nodes[i] = at[i] / (GROUPS / NODES);
            namespaces[i] = keys[at[i]] % NAMESPACES;
            labels[i] = keys[at[i]] / NAMESPACES;
        }
    }

    private DayGroups found(DayGroups into) {
        for (int from = 0; from < GROUPS; from += SLICE) {
            into.find(namespaces, nodes, labels, from, from + SLICE, NO_NODE, rows);
        }
        return into;
    }

    @Benchmark
    @OperationsPerInvocation(GROUPS)
    public DayGroups find() {
        return found(groups);
    }

    @Benchmark
    @OperationsPerInvocation(2 * GROUPS)
    public DayGroups merge() {
        groups.clear();
        groups.addAll(left, resources);
        groups.addAll(right, resources);
        return groups;
    }
}
