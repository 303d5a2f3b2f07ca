// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Takes in everything that is said during a fork: the bytes of the process's pipes, the Java streams of the fork, which
 * JMH forwards to the harness's own, and JMH's talk.
 */
final class ForkTalk implements OutputFormat, AutoCloseable {

    private static final int HALF_BYTES = 32 * 1024;
    private static final Pattern EXIT = Pattern.compile("<forked VM failed with exit code (-?\\d+)>");

    private final KeptText process = new KeptText(HALF_BYTES);
    private final KeptText jmh = new KeptText(HALF_BYTES / 4);
    private final PrintStream harnessOut = System.out;
    private final PrintStream harnessErr = System.err;
    private volatile Optional<Integer> exitCode = Optional.empty();

    private ForkTalk() {}

    /** Begins to listen; until it is closed, the harness's own standard streams lead here. */
    static ForkTalk listen() {
        ForkTalk talk = new ForkTalk();
        PrintStream forwarded = new PrintStream(talk.process, true, StandardCharsets.UTF_8);
        System.setOut(forwarded);
        System.setErr(forwarded);
        return talk;
    }

    /** What the process itself wrote. */
    String processText() {
        return process.text();
    }

    /** What the process wrote and what JMH said about it. */
    String wholeText() {
        return process.text() + "\n--- JMH ---\n" + jmh.text();
    }

    /** The status that JMH saw the process exit with, if it was not 0. */
    Optional<Integer> exitCode() {
        return exitCode;
    }

    @Override
    public void close() {
        System.setOut(harnessOut);
        System.setErr(harnessErr);
    }

    @Override
    public void write(int b) {
        process.write(b);
    }

    @Override
    public void write(byte[] bytes) {
        process.write(bytes, 0, bytes.length);
    }

    @Override
    public void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        jmh.write(bytes, 0, bytes.length);
    }

    @Override
    public void println(String text) {
        Matcher exit = EXIT.matcher(text);
        if (exit.find()) {
            exitCode = Optional.of(Integer.valueOf(exit.group(1)));
        }
        print(text + "\n");
    }

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void flush() {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void startBenchmark(BenchmarkParams parameters) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams parameters, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams parameters, int iteration, IterationResult result) {}
}
