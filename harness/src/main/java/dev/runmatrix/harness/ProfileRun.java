// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.profile.RecordingFlags;
import dev.runmatrix.harness.profile.RecordingTally;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.ProfileRecord;
import dev.runmatrix.harness.result.ProfileSummary;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Records forks of one cell until there are enough samples, in turns with forks that are not recorded: by those it is known
 * how much recording slows them down.
 */
public final class ProfileRun {

    private static final int MOST_FORKS = 10;
    private static final int PLAIN_FORKS = 3;
    private static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

    private final CellForks forks;
    private final PlannedCell cell;
    private final Path directory;
    private final OptionalInt fixed;
    private final List<ForkRecord> plain = new ArrayList<>();
    private final List<ForkRecord> recorded = new ArrayList<>();
    private final RecordingTally tally = new RecordingTally();

    /**
     * A profile.
     *
     * @param directory an existing folder for the recordings
     * @param fixed forks to record; empty: as many as it takes, {@value #MOST_FORKS} at most
     */
    public ProfileRun(CellForks forks, PlannedCell cell, Path directory, OptionalInt fixed) {
        this.forks = forks;
        this.cell = cell;
        this.directory = directory;
        this.fixed = fixed;
    }

    /**
     * Makes the forks and stores the profile, also where a fork fails after others were recorded.
     *
     * @param notes what a reader should know beside it
     * @return empty where a signal came before the first recording
     * @throws UnprofilableException if the cell fails, or leaves no recording; it holds what was stored
     */
    public Optional<ProfileRecord> execute(List<String> notes) throws IOException, UnprofilableException {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (RecordingFlags flags = RecordingFlags.prepare(directory)) {
            makeForks(flags);
        } catch (UnprofilableException e) {
            List<String> why = new ArrayList<>(notes);
            why.add("It ended early: " + e.getMessage() + ".");
            throw e.after(stored(begin, why));
        }
        return stored(begin, notes);
    }

    private void makeForks(RecordingFlags flags) throws IOException, UnprofilableException {
        while (wantsMore()) {
            if (plain.size() < PLAIN_FORKS) {
                Optional<ForkRecord> fork = forks.run(cell, UnaryOperator.identity());
                if (fork.isEmpty()) {
                    return;
                }
                plain.add(completed(fork.get()));
            }
            Optional<ForkRecord> fork = forks.run(cell, trial -> recording(trial, flags));
            if (fork.isEmpty()) {
                return;
            }
            take(flags, fork.get());
        }
    }

    private Optional<ProfileRecord> stored(Instant begin, List<String> notes) throws IOException {
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        ProfileRecord profile = record(begin, notes);
        profile.write(directory);
        return Optional.of(profile);
    }

    private boolean wantsMore() {
        int made = recorded.size();
        return fixed.isPresent()
                ? made < fixed.getAsInt()
                : made < MOST_FORKS && tally.workSamples() < ProfileSummary.ENOUGH_SAMPLES;
    }

    private ForkRecord completed(ForkRecord fork) throws UnprofilableException {
        Optional<Failure> failure = fork.failure();
        if (failure.isPresent()) {
            throw new UnprofilableException(
                    cell.name() + " fails: " + failure.get().message(), true);
        }
        return fork;
    }

    private static Trial recording(Trial trial, RecordingFlags flags) {
        if (trial.command().isEmpty()) {
            List<String> arguments = new ArrayList<>(trial.jvmArgs());
            arguments.add(flags.argument());
            return trial.withJvmArgs(arguments);
        }
        Invocation program = trial.command().get();
        Map<String, String> environment = new LinkedHashMap<>(program.environment());
        environment.merge(TOOL_OPTIONS, flags.argument(), (given, added) -> given + " " + added);
        return trial.with(new Invocation(program.arguments(), environment, program.directory()));
    }

    /** Adds a fork up; the recording of one that failed is kept for whoever wants to know why, and counts for nothing. */
    private void take(RecordingFlags flags, ForkRecord fork) throws IOException, UnprofilableException {
        List<Path> recordings = flags.take(fork.failure().isPresent() ? "failed" : "fork-" + (recorded.size() + 1));
        completed(fork);
        if (recordings.isEmpty()) {
            throw new UnprofilableException(
                    cell.name()
                            + " left no recording: a program can be profiled that is a JVM, version 11 or newer, which"
                            + " keeps " + TOOL_OPTIONS
                            + " and ends in order; profile another one with a tool of its own",
                    false);
        }
        Optional<Instant> from = fork.region().map(region -> fork.startedAt().plusMillis(region.startMillis()));
        Optional<Instant> to = from.flatMap(at -> fork.region().map(region -> at.plusNanos(region.wallNanos())));
        for (Path recording : recordings) {
            tally.add(recording, from, to);
        }
        recorded.add(fork);
    }

    private ProfileRecord record(Instant begin, List<String> notes) {
        RunRequest request = forks.request();
        Optional<Double> wall = median(recorded);
        Optional<Double> plainWall = median(plain);
        List<Long> work = recorded.stream().flatMap(f -> workNanos(f).stream()).toList();
        boolean ofWork = work.size() == recorded.size();
        List<Long> cpu = ofWork
                ? work
                : recorded.stream().flatMap(f -> cpuNanos(f).stream()).toList();
        return new ProfileRecord(
                ProfileRecord.SCHEMA,
                begin,
                request.toolVersion(),
                request.argv(),
                cell,
                request.inputs().stream()
                        .map(RunInput::facts)
                        .filter(facts -> cell.cell().axes().containsValue(facts.name()))
                        .findFirst(),
                request.environment(),
                recorded.size(),
                plain.size(),
                wall.flatMap(w -> plainWall.map(p -> w / p)),
                wall.map(Math::round),
                cpu.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Math.round(
                                cpu.stream().mapToLong(n -> n).average().orElse(0))),
                ofWork,
                RecordingFlags.PERIOD_MILLIS,
                tally.findings(),
                notes);
    }

    private static Optional<Double> median(List<ForkRecord> forks) {
        double[] walls = forks.stream()
                .flatMap(
                        f -> f
                                .region()
                                .map(RegionUsage::wallNanos)
                                .or(() -> f.process().map(ProcessUsage::wallNanos))
                                .stream())
                .mapToDouble(Long::doubleValue)
                .toArray();
        return walls.length == 0 ? Optional.empty() : Optional.of(Median.of(walls));
    }

    private static Optional<Long> workNanos(ForkRecord fork) {
        return fork.region()
                .flatMap(RegionUsage::detail)
                .map(RegionDetail::threads)
                .filter(threads -> !threads.isEmpty())
                .map(threads -> threads.stream()
                        .filter(thread -> thread.role() == ThreadRole.WORK)
                        .mapToLong(ThreadTimes::cpuNanos)
                        .sum());
    }

    private static Optional<Long> cpuNanos(ForkRecord fork) {
        return fork.region().map(RegionUsage::cpuNanos).or(() -> fork.process().map(ProcessUsage::cpuNanos));
    }
}
