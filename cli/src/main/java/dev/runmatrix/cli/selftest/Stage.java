// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** The place of one scenario: a home of its own, the harness processes that work in it, and what they are seen to do. */
public final class Stage {

    /** Longer than any scenario lets a harness work, even where the machine is busy. */
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(90);

    private static final Duration LONGEST_ENDING = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 20;
    private static final int MOST_KILLS = 5;

    private final Program program;
    private final Path folder;
    private final Path home;
    private final Mark mark = Mark.drawn();
    private final Findings findings = new Findings();
    private final List<Harness> started = new ArrayList<>();
    private volatile boolean stopped;

    private Stage(Program program, Path folder) {
        this.program = program;
        this.folder = folder;
        this.home = folder.resolve("home");
    }

    static Stage in(Path folder, Program program) throws IOException {
        Stage stage = new Stage(program, folder);
        Files.createDirectories(stage.home);
        return stage;
    }

    Program program() {
        return program;
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return home;
    }

    Mark mark() {
        return mark;
    }

    Findings findings() {
        return findings;
    }

    /** Writes a file into the home. */
    Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    /** Runs a command of the harness to its end. */
    Harness.Ended run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    /** Runs a command of the harness to its end, and expects an exit status. */
    Harness.Ended runs(int status, String... arguments) throws IOException, InterruptedException {
        Harness.Ended ended = run(arguments);
        findings.status(arguments[0], status, ended);
        return ended;
    }

    /** Starts a command of the harness. */
    Harness start(String... arguments) throws IOException {
        return start(home, program.harness(home, List.of(arguments)));
    }

    /** Starts any command, which ends with the scenario at the latest. */
    synchronized Harness start(Path directory, List<String> command) throws IOException {
        requireNotStopped();
        Harness harness = Harness.start(command, directory, folder.resolve("said-" + (started.size() + 1)), mark);
        started.add(harness);
        return harness;
    }

    Harness.Ended await(Harness harness) throws IOException, InterruptedException {
        Harness.Ended ended = harness.await(LONGEST_LIFE);
        requireNotStopped();
        findings.holds("end", "within " + LONGEST_LIFE.toSeconds() + " s", ended.inTime(), "none");
        return ended;
    }

    /** The run that was made last. */
    StoredRun latest() throws IOException {
        return stored(home.resolve("results/latest"));
    }

    StoredRun stored(Path directory) throws IOException {
        try {
            return RunStore.read(directory);
        } catch (UnreadableRunException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The attempts of a cell of the last run, by the number of its name. */
    List<ForkRecord> forks(int cell) throws IOException {
        String name = String.format(Locale.ROOT, "C%02d", cell);
        return latest().forks().stream()
                .filter(fork -> fork.cell().equals(name))
                .toList();
    }

    /** Waits until a toy has made a file in the home; false when the harness ends before. */
    boolean awaitFile(Harness harness, String name) throws InterruptedException {
        Path file = home.resolve(name);
        while (harness.isAlive() && !Files.exists(file)) {
            requireNotStopped();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return Files.exists(file);
    }

    /** Expects that no process of this scenario is left, but for those that the watcher of a dead harness is about to end. */
    void nobodyIsLeft() throws InterruptedException {
        List<Long> left = mark.awaitNone(LONGEST_ENDING);
        findings.equal("processes left", List.of(), left);
    }

    /** From any thread: ends what runs, and lets nothing start. */
    void stop() {
        stopped = true;
        synchronized (this) {
            started.forEach(Harness::terminate);
        }
    }

    private void requireNotStopped() {
        if (stopped) {
            throw new CancellationException("the test was interrupted");
        }
    }

    /** Ends whatever is left. */
    void end() throws InterruptedException {
        started.forEach(Harness::terminate);
        List<Long> left = mark.awaitNone(LONGEST_ENDING);
        for (int attempt = 0; attempt < MOST_KILLS && !left.isEmpty(); attempt++) {
            mark.end();
            left = mark.awaitNone(Duration.ofSeconds(1));
        }
    }
}
