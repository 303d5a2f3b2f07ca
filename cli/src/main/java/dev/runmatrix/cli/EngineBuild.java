// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Builds engines that are missing or older than their sources, as the start script does with the program itself. */
final class EngineBuild {

    private static final String STAMP = "engine.built";
    private static final int SHOWN_ERRORS = 8;
    private static final int LONGEST_LINE = 300;
    private static final long LONGEST_MINUTES = 30;

    private final Home home;
    private final PrintWriter err;
    private final Running running;

    /**
     * Builds of a checkout.
     *
     * @param err where it is told that one is built
     * @param running is told of a build as it starts, and of its end
     */
    EngineBuild(Home home, PrintWriter err, Running running) {
        this.home = home;
        this.err = err;
        this.running = running;
    }

    /** Makes ready whatever a plan measures. */
    void ensure(MatrixSpec spec, Plan plan) throws CommandFailure {
        List<String> started = plan.cells().stream()
                .flatMap(cell -> spec.commandOf(cell.cell()).stream())
                .flatMap(target -> target.command().stream())
                .distinct()
                .toList();
        List<ShippedEngine> wanted = Arrays.stream(ShippedEngine.values())
                .filter(engine -> started.contains(engine.jar(home).toString()))
                .toList();
        for (ShippedEngine engine : wanted) {
            ensure(engine);
        }
    }

    /** Makes one ready. */
    void ensure(ShippedEngine engine) throws CommandFailure {
        try {
            if (!isBuilt(engine)) {
                build(engine);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, "engine " + engine.key() + " could not be built: " + e.getMessage());
        }
    }

    private boolean isBuilt(ShippedEngine engine) throws IOException {
        Path stamp = stamp(engine);
        if (!Files.isRegularFile(stamp) || !Files.isRegularFile(engine.jar(home))) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(stamp);
        for (Path source : sources(engine)) {
            if (isNewer(source, built)) {
                return false;
            }
        }
        return true;
    }

    private List<Path> sources(ShippedEngine engine) {
        Path root = home.root();
        return Stream.of(engine.module(home), root.resolve("engines/contract"), root.resolve("aggregator"))
                .flatMap(module -> Stream.of(module.resolve("pom.xml"), module.resolve("src/main")))
                .toList();
    }

    private static boolean isNewer(Path source, FileTime built) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            return files.anyMatch(file -> file.toFile().lastModified() > built.toMillis());
        }
    }

    private void build(ShippedEngine engine) throws IOException, CommandFailure {
        requireSources(engine);
        Path target = Files.createDirectories(engine.module(home).resolve("target"));
        Path log = target.resolve("build.log");
        tell("building engine " + engine.key() + " (the first time its libraries are fetched, which may take minutes)");
        long begin = System.nanoTime();
        int status = maven(engine, log);
        if (status != 0) {
            throw new CommandFailure(
                    ExitCode.INTERNAL,
                    "engine " + engine.key() + " could not be built; the whole output of Maven is in " + log
                            + complaints(log));
        }
        Files.write(stamp(engine), new byte[0]);
        tell("built engine " + engine.key() + " in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
                + " s");
    }

    private void requireSources(ShippedEngine engine) throws CommandFailure {
        if (!Files.isRegularFile(engine.module(home).resolve("pom.xml"))) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "engine " + engine.key() + " is not here: " + engine.module(home)
                            + " has no pom.xml; run this in a checkout of run-matrix");
        }
    }

    private int maven(ShippedEngine engine, Path log) throws IOException, CommandFailure {
        ProcessBuilder builder = new ProcessBuilder(
                        "mvn",
                        "--batch-mode",
                        "-Dquick",
                        "-Pengines",
                        "-pl",
                        "engines/" + engine.key(),
                        "-am",
                        "package")
                .directory(home.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Process maven = start(builder, engine);
        running.started(maven);
        try {
            if (!maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new CommandFailure(
                        ExitCode.INTERNAL,
                        "engine " + engine.key() + " was not built within " + LONGEST_MINUTES + " minutes; see " + log);
            }
            return maven.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.IO, "interrupted while engine " + engine.key() + " was built");
        } finally {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
            running.ended();
        }
    }

    private static Process start(ProcessBuilder builder, ShippedEngine engine) throws CommandFailure {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "engine " + engine.key() + " has to be built, and mvn cannot be started (" + e.getMessage()
                            + "); install Maven 3.8 or newer");
        }
    }

    private static String complaints(Path log) throws IOException {
        StringBuilder shown = new StringBuilder();
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.startsWith("[ERROR] "))
                    .limit(SHOWN_ERRORS)
                    .forEach(line -> shown.append("\n  ").append(line, 0, Math.min(LONGEST_LINE, line.length())));
        }
        return shown.toString();
    }

    private Path stamp(ShippedEngine engine) {
        return engine.module(home).resolve("target").resolve(STAMP);
    }

    private void tell(String what) {
        err.println("run-matrix: " + what);
        err.flush();
    }

    /** Hears of a build that runs, so that it can be ended with the program. */
    interface Running {

        void started(Process maven);

        void ended();
    }
}
