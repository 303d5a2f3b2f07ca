// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.toy;

import dev.runmatrix.aggregator.WorkAccount;
import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.fork.ParentWatch;
import dev.runmatrix.harness.fork.RegionMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Does what the axis {@code do} says. */
@State(Scope.Benchmark)
public class ToyBenchmark {

    public static final String NAME = "dev.runmatrix.harness.toy.ToyBenchmark.run";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private ForkTask task = new ForkTask(java.util.Map.of(), List.of(), Path.of(""), Path.of(""), Path.of(""));
    private RegionMeter meter = new RegionMeter();

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        ParentWatch.start();
        task = ForkTask.ofThisJvm();
        meter = new RegionMeter();
    }

    @Benchmark
    public void run() throws IOException, InterruptedException {
        meter.begin();
        long rows = act(task.axes().getOrDefault("do", "write"));
        if (task.axes().containsKey("account")) {
            meter.end(rows, new WorkAccount(List.of(), 1, rows, Optional.empty(), 0));
        } else {
            meter.end(rows);
        }
    }

    @TearDown(Level.Trial)
    public void report() throws IOException {
        meter.report().write(task.report());
    }

    private long act(String what) throws IOException, InterruptedException {
        switch (what) {
            case "write" -> Files.writeString(task.output(), task.axes().getOrDefault("text", "\"a\",\"b\"\n1,2\n"));
            case "burn" -> burn(Long.parseLong(task.axes().getOrDefault("millis", "1000")));
            case "litter" -> litter();
            case "throw" -> throw new IllegalStateException("as asked");
            case "halt" -> Runtime.getRuntime().halt(7);
            case "exit" -> System.exit(0);
            case "exhaust" -> exhaust();
            case "sleep" -> sleep();
            case "spin" -> spin();
            case "grandchild" -> leaveGrandchild();
            case "chatter" -> chatter();
            case "family" -> haveAChild();
            case "fill" -> Files.write(task.output(), new byte[9_000_000]);
            default -> throw new IllegalArgumentException("unknown toy '" + what + "'");
        }
        return 1;
    }

    private static void burn(long cpuMillis) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + cpuMillis * NANOS_PER_MILLI;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Makes garbage for many collections, and then one of the whole heap. */
    private static void litter() {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            kept.add(new byte[20_000]);
            if (kept.size() == 1000) {
                kept.clear();
            }
        }
        System.gc();
    }

    /** Leaves its output as a sign that it has begun, and never ends. */
    private void sleep() throws IOException, InterruptedException {
        Files.writeString(task.output(), "asleep");
        new CountDownLatch(1).await();
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[1 << 20]);
        }
    }

    /** Starts a process that outlives this one and holds its output open. */
    private void leaveGrandchild() throws IOException {
        Process grandchild = new ProcessBuilder("sleep", "1000").inheritIO().start();
        Files.writeString(task.output(), Long.toString(grandchild.pid()));
    }

    /** Starts a process, and waits for ever. */
    private void haveAChild() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sleep", "1000").start();
        Files.writeString(Path.of(task.axes().getOrDefault("pids", "")), child.pid() + "\n");
        new CountDownLatch(1).await();
    }

    private static void chatter() {
        for (int i = 0; i < 50_000; i++) {
            System.out.println("line " + i);
        }
        throw new IllegalStateException("said enough");
    }
}
