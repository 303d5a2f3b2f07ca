// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.cli.selftest.ScenarioResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Plays scenarios one after the other. For one thread, but for {@link #stop()}. */
public final class Selftest {

    private final Program program;
    private final Path folder;
    private final boolean keeping;
    private Optional<Stage> current = Optional.empty();
    private boolean stopped;

    /**
     * A test.
     *
     * @param program the harness that is tested
     * @param folder an existing folder, in which each scenario gets one of its own
     * @param keeping whether to keep those of scenarios that went well, too
     */
    public Selftest(Program program, Path folder, boolean keeping) {
        this.program = program;
        this.folder = folder;
        this.keeping = keeping;
    }

    /** Who is told of the course of a test. */
    public interface Watcher {

        /** A scenario begins, the first of those still to play. */
        void begins(List<Scenario> toPlay);

        /** It has ended. */
        void ended(ScenarioResult result);
    }

    /**
     * Plays scenarios.
     *
     * @return what came of each; fewer than there are scenarios where the test was stopped
     */
    public List<ScenarioResult> play(List<Scenario> scenarios, Watcher watcher) throws IOException {
        List<ScenarioResult> results = new ArrayList<>();
        try {
            for (int i = 0; i < scenarios.size() && !isStopped(); i++) {
                watcher.begins(scenarios.subList(i, scenarios.size()));
                ScenarioResult result = play(scenarios.get(i));
                results.add(result);
                watcher.ended(result);
            }
        } catch (CancellationException e) {
            // The scenario that ran was not played to its end, and has no result.
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return results;
    }

    /** From any thread: ends what runs, and plays no more. */
    public void stop() {
        Optional<Stage> running;
        synchronized (this) {
            stopped = true;
            running = current;
        }
        running.ifPresent(Stage::stop);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void enter(Optional<Stage> stage) {
        current = stage;
        if (stopped) {
            stage.ifPresent(Stage::stop);
        }
    }

    private ScenarioResult play(Scenario scenario) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Path own = folder.resolve(scenario.name());
        Stage stage = Stage.in(own, program);
        boolean played = false;
        try {
            enter(Optional.of(stage));
            play(scenario, stage);
            played = true;
        } finally {
            enter(Optional.empty());
            stage.end();
            if (!played) {
                remove(own);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Findings findings = stage.findings();
        Outcome outcome = outcome(findings);
        boolean kept = keeping || outcome == Outcome.FAILED;
        if (!kept) {
            remove(own);
        }
        return new ScenarioResult(
                scenario.name(),
                scenario.shows(),
                outcome,
                took,
                details(findings),
                findings.called(),
                kept ? Optional.of(own) : Optional.empty());
    }

    /** A file that is not there, or not as it should be, is as much a finding as a wrong status. */
    private static void play(Scenario scenario, Stage stage) throws InterruptedException {
        try {
            scenario.play().on(stage);
        } catch (IOException e) {
            stage.findings().holds("files", "those of a run", false, e);
        }
    }

    private static Outcome outcome(Findings findings) {
        if (!findings.wrong().isEmpty()) {
            return Outcome.FAILED;
        }
        return findings.skipped().isPresent() ? Outcome.SKIPPED : Outcome.OK;
    }

    private static List<String> details(Findings findings) {
        return findings.wrong().isEmpty() ? findings.skipped().stream().toList() : findings.wrong();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
