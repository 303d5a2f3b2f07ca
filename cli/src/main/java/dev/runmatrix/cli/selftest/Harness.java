// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A process that a scenario has started, and what it says. */
final class Harness {

    /** As a shell shows a process that was killed. */
    private static final int KILLED = 137;

    private final Process process;
    private final Path out;
    private final Path err;

    private Harness(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts a process.
     *
     * @param directory its working directory
     * @param log a file name without ending; what it says goes to two files of this name
     */
    static Harness start(List<String> command, Path directory, Path log, Mark mark) throws IOException {
        Path out = log.resolveSibling(log.getFileName() + ".out");
        Path err = log.resolveSibling(log.getFileName() + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // What runs here is no job of a build server, and its findings belong into none of its pages.
        builder.environment().keySet().removeIf(Harness::isOfABuildServer);
        builder.environment().put(Mark.VARIABLE, mark.value());
        return new Harness(builder.start(), out, err);
    }

    private static boolean isOfABuildServer(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.equals("CI") || name.startsWith("CI_") || name.startsWith("GITHUB_");
    }

    /** Waits for its end, and ends it when it does not come in time. */
    Ended await(Duration atMost) throws InterruptedException, IOException {
        boolean inTime = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime) {
            kill();
        }
        return new Ended(inTime ? process.exitValue() : KILLED, inTime, text(out), text(err));
    }

    /** What it has written to its standard output until now. */
    String saidSoFar() throws IOException {
        return text(out);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** Ends it outright, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /**
     * The end of a process.
     *
     * @param status its exit status
     * @param inTime whether it ended by itself
     * @param out what it wrote to its standard output
     * @param err what it wrote to its standard error
     */
    record Ended(int status, boolean inTime, String out, String err) {}
}
