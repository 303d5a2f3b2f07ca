// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.toy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Burns processor time between two words on its streams, and says how much it was by its threads' own clocks. */
public final class Burner {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Burner() {}

    /** Arguments: threads, and nanoseconds of processor time for each. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long nanosEach = Long.parseLong(args[1]);
        AtomicLong burnt = new AtomicLong();
        Thread[] threads = new Thread[Integer.parseInt(args[0])];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> burnt.addAndGet(burn(nanosEach)));
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = System.out;
        out.println("ready");
        in.readLine();
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        out.println(burnt.get());
        in.readLine();
    }

    private static long burn(long nanos) {
        while (THREADS.getCurrentThreadCpuTime() < nanos) {
            Thread.onSpinWait();
        }
        return THREADS.getCurrentThreadCpuTime();
    }
}
