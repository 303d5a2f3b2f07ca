// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.trial.Trial;
import dev.runmatrix.harness.trial.TrialOutcome;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs whose forks are told instead of made, so that a test reads as what is told and what comes of it. A clock goes on by
 * the life of each fork.
 */
final class FakeRun {

    static final Protocol SIX = new Protocol(
            6,
            6,
            0.025,
            0,
            false,
            0,
            3,
            Optional.empty(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(100));

    private final Path results;
    private final Protocol protocol;
    private final int cells;
    private final List<String> visits = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Integer> ahead = new ArrayList<>();
    private final Map<String, List<Told>> told = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private byte[] beginning = new byte[0];
    private long nowNanos;
    private int interruptAfter = Integer.MAX_VALUE;
    private int throwAfter = Integer.MAX_VALUE;

    FakeRun(Path results, Protocol protocol, int cells) {
        this.results = results;
        this.protocol = protocol;
        this.cells = cells;
    }

    /** What a fork comes to. */
    record Told(double seconds, boolean fails, double foreignCores, String text) {

        static Told wall(double seconds) {
            return new Told(seconds, false, 0, "v\n1\n");
        }

        static Told failure() {
            return new Told(1, true, 0, "v\n1\n");
        }

        static Told disturbed(double seconds) {
            return new Told(seconds, false, 0.5, "v\n1\n");
        }

        static Told wrong() {
            return new Told(1, false, 0, "v\n2\n");
        }
    }

    /** What the attempts of a cell, its twin's too, come to one after the other; the last one over and over. */
    FakeRun tell(String cell, Told... outcomes) {
        told.put(cell, List.of(outcomes));
        return this;
    }

    /** Walls that are so far apart that no number of forks makes them precise. */
    static Told[] noisy() {
        return IntStream.range(0, 40)
                .mapToObj(i -> Told.wall(i % 2 == 0 ? 1 : 3))
                .toArray(Told[]::new);
    }

    /** Walls whose interval gets narrow with ten forks and not with six: one in ten is an outlier. */
    static Told[] settling() {
        return IntStream.range(0, 40)
                .mapToObj(i -> Told.wall(i % 10 == 2 ? 1.06 : 1))
                .toArray(Told[]::new);
    }

    FakeRun interruptAfter(int forks) {
        interruptAfter = forks;
        return this;
    }

    FakeRun fullDiskAfter(int forks) {
        throwAfter = forks;
        return this;
    }

    StoredRun begin() throws IOException, UnreadableRunException {
        return run(SittingTask.begin(protocol.budget(), false));
    }

    StoredRun beginFailingFast() throws IOException, UnreadableRunException {
        return run(SittingTask.begin(protocol.budget(), true));
    }

    StoredRun resume(StoredRun stored) throws IOException, UnreadableRunException {
        return run(SittingTask.resume(RunStore.read(stored.directory()), Optional.empty(), false));
    }

    StoredRun append(StoredRun stored, int forks, String... only) throws IOException, UnreadableRunException {
        return run(
                SittingTask.append(RunStore.read(stored.directory()), forks, List.of(only), Optional.empty(), false));
    }

    StoredRun run(SittingTask task) throws IOException, UnreadableRunException {
        visits.clear();
        notes.clear();
        ahead.clear();
        beginning = new byte[0];
        List<Map<String, String>> all = IntStream.rangeClosed(1, cells)
                .mapToObj(i -> Map.of("n", "C0" + i))
                .collect(Collectors.toList());
        RunRequest request = ToyRun.of(results, protocol, all, Optional.empty());
        List<MatrixRun> running = new ArrayList<>();
        MatrixRun run = new MatrixRun(request, task, new Runner(running), new Listener(), () -> nowNanos);
        running.add(run);
        return RunStore.read(run.execute());
    }

    /** The latest sitting as a kill would have left it when so many bytes of its forks were written. */
    StoredRun killedAt(StoredRun stored, int bytesOfForks) throws IOException, UnreadableRunException {
        Path directory = stored.directory();
        Path forks = directory.resolve(RunStore.FORKS_FILE);
        Files.write(directory.resolve(RunStore.RUN_FILE), beginning);
        Files.write(forks, Arrays.copyOf(Files.readAllBytes(forks), bytesOfForks));
        Files.createDirectories(directory.resolve("work/deep"));
        Files.writeString(directory.resolve("work/deep/left.properties"), "over");
        return RunStore.read(directory);
    }

    /** {@code C01.3} is the third fork of a cell, {@code C01'3} that of its twin, {@code C01.w} a warm-up, + a repeat. */
    List<String> visits() {
        return List.copyOf(visits);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** How many forks were known to be ahead, at the start and after each round. */
    List<Integer> ahead() {
        return List.copyOf(ahead);
    }

    /** {@code C01 PRECISE 6}. */
    static List<String> ends(StoredRun stored) {
        return stored.run().ends().stream()
                .map(end -> end.cell() + " " + end.reason() + " " + end.planned())
                .toList();
    }

    static Map<String, Long> countedForks(StoredRun stored) {
        return stored.forks().stream()
                .filter(fork -> !fork.isWarmup() && !fork.twin())
                .map(fork -> fork.cell() + "." + fork.fork())
                .distinct()
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, 3), java.util.TreeMap::new, Collectors.counting()));
    }

    static CellEnd end(StoredRun stored, String cell) {
        return stored.run().ends().stream()
                .filter(end -> end.cell().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    private final class Listener implements RunListener {

        @Override
        public void forkStarted(ScheduledFork fork, PlannedCell cell) {
            String number = fork.isWarmup() ? "w" : Integer.toString(fork.fork());
            visits.add(fork.cell() + (fork.twin() ? "'" : ".") + number + (fork.repeat() ? "+" : ""));
        }

        @Override
        public void runStarted(RunRecord run, Path directory, List<ScheduledFork> known) {
            ahead.add(known.size());
        }

        @Override
        public void scheduleChanged(List<ScheduledFork> known) {
            ahead.add(known.size());
        }

        @Override
        public void noted(String sentence) {
            notes.add(sentence);
        }
    }

    private final class Runner implements TrialRunner {

        private final List<MatrixRun> running;

        Runner(List<MatrixRun> running) {
            this.running = running;
        }

        @Override
        public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
            if (visits.size() > throwAfter) {
                throw new IOException("no space left on device");
            }
            boolean stopped = visits.size() > interruptAfter;
            if (stopped) {
                running.get(0).interrupt(143);
            }
            Path directory = trial.workDirectory().resolveSibling(RunStore.RUN_FILE);
            beginning = beginning.length == 0 ? Files.readAllBytes(directory) : beginning;
            String cell = trial.task().axes().getOrDefault("n", "");
            List<Told> outcomes = told.getOrDefault(cell, List.of(Told.wall(1)));
            Told now = outcomes.get(Math.min(asked.merge(cell, 1, Integer::sum), outcomes.size()) - 1);
            nowNanos += nanos(now);
            if (!now.fails()) {
                Files.writeString(trial.task().output(), now.text());
            }
            return outcome(now, stopped);
        }
    }

    private static TrialOutcome outcome(Told now, boolean stopped) {
        long nanos = nanos(now);
        NoiseEvidence noise = new NoiseEvidence(
                now.foreignCores(),
                Optional.of(0.0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Optional<Failure> failure = now.fails()
                ? Optional.of(new Failure(FailureKind.THREW, "as told", Optional.empty(), Optional.empty()))
                : Optional.empty();
        return new TrialOutcome(
                Instant.EPOCH,
                stopped,
                failure,
                Optional.of(new ProcessUsage(nanos, nanos, Optional.of(1L), Optional.empty())),
                now.fails()
                        ? Optional.empty()
                        : Optional.of(new RegionUsage(1, nanos, nanos, 0, 0, 1, 1, Optional.empty())),
                Optional.of(new Observation(List.of(), nanos, nanos, 0, noise, Optional.empty())),
                Optional.empty(),
                "",
                0);
    }

    private static long nanos(Told now) {
        return Math.round(now.seconds() * 1e9);
    }

    static List<ForkRecord> of(StoredRun stored, String cell) {
        return stored.forks().stream().filter(f -> f.cell().equals(cell)).toList();
    }
}
