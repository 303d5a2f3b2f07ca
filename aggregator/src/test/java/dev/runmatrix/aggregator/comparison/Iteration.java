// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.util.Optional;

/**
 * One timed repetition inside a process.
 *
 * @param wallNanos elapsed time
 * @param cpuNanos user and system time of the whole process meanwhile, in steps of 10 ms
 */
record Iteration(long wallNanos, long cpuNanos) {

    private static final String MARK = "iteration";

    /** What is repeated. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    /** Repeats the work in this process and prints a line for each repetition, for the parent to read. */
    static void repeat(int times, Work work) throws Exception {
        for (int i = 0; i < times; i++) {
            print(timed(work));
        }
    }

    private static Iteration timed(Work work) throws Exception {
        long cpuBefore = ProcFiles.ownCpuNanos();
        long wallBefore = System.nanoTime();
        work.run();
        long wallNanos = System.nanoTime() - wallBefore;
        return new Iteration(wallNanos, ProcFiles.ownCpuNanos() - cpuBefore);
    }

    private static void print(Iteration iteration) throws IOException {
        System.out.println(MARK + " " + iteration.wallNanos + " " + iteration.cpuNanos);
    }

    /** The repetition that a line of output tells of. */
    static Optional<Iteration> parse(String line) {
        String[] words = line.split(" ", -1);
        return words.length == 3 && words[0].equals(MARK)
                ? Optional.of(new Iteration(Long.parseLong(words[1]), Long.parseLong(words[2])))
                : Optional.empty();
    }
}
