// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A Java process of a test, with what it says in a file. Closing it kills it and whatever it started. */
final class Program implements AutoCloseable {

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Program start(Path log, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@src/main/resources/dev/runmatrix/engines/spark/jvm.flags");
        command.addAll(SMALL);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Program(builder.start(), log);
    }

    /** Waits until something is so, or fails with what the process said. */
    void await(String what, Duration limit, BooleanSupplier condition) throws Exception {
        awaitValue(what, limit, () -> condition.getAsBoolean() ? Optional.of(what) : Optional.empty());
    }

    /** Waits until there is a value, or fails with what the process said. */
    <T> T awaitValue(String what, Duration limit, Supplier<Optional<T>> look) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(what
                        + (process.isAlive() ? " took too long" : " never came, the process ended") + ":\n" + said());
            }
            TimeUnit.MILLISECONDS.sleep(50);
            seen = look.get();
        }
        return seen.get();
    }

    /** Waits for the end and tells the exit status. */
    int end(Duration limit) throws Exception {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the process did not end within " + limit + ":\n" + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processes that it started, and those that these started. */
    List<ProcessHandle> descendants() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.toList();
        }
    }

    /** Kills it and all that it started, without a chance to say good-bye. */
    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(descendants());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }
}
