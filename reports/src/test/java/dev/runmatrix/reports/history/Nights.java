// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** A run each night from the first of January on, in memory, with seeded noise; what is not said is the same every night. */
public final class Nights {

    private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");
    private static final double NANOS = 1e9;

    /** How many times as long as usual a cell takes in a night. */
    @FunctionalInterface
    public interface Effect {
        double of(int night, int cell);
    }

    private final Random random;
    private final int nights;
    private final int cells;
    private double nightSd = 0.02;
    private double forkSd = 0.02;
    private int forks = 6;
    private Effect effect = (night, cell) -> 1;
    private BiPredicate<Integer, Integer> measured = (night, cell) -> true;
    private BiPredicate<Integer, Integer> failing = (night, cell) -> false;
    private BiPredicate<Integer, Integer> disturbed = (night, cell) -> false;
    private IntFunction<String> machine = night -> "c1a55";
    private IntFunction<String> data = night -> "d1d1";
    private IntUnaryOperator build = night -> night;
    private IntPredicate dirty = night -> false;
    private boolean outside;
    private String mode = "";

    public Nights(long seed, int nights, int cells) {
        this.random = new Random(seed);
        this.nights = nights;
        this.cells = cells;
    }

    public Nights noise(double betweenNights, double betweenForks) {
        nightSd = betweenNights;
        forkSd = betweenForks;
        return this;
    }

    public Nights forks(int each) {
        forks = each;
        return this;
    }

    public Nights effect(Effect other) {
        effect = other;
        return this;
    }

    public Nights measured(BiPredicate<Integer, Integer> nightAndCell) {
        measured = nightAndCell;
        return this;
    }

    public Nights failing(BiPredicate<Integer, Integer> nightAndCell) {
        failing = nightAndCell;
        return this;
    }

    public Nights disturbed(BiPredicate<Integer, Integer> nightAndCell) {
        disturbed = nightAndCell;
        return this;
    }

    public Nights machine(IntFunction<String> hashOfNight) {
        machine = hashOfNight;
        return this;
    }

    public Nights data(IntFunction<String> digestOfNight) {
        data = digestOfNight;
        return this;
    }

    /** Which build a night measures; every night another one unless said. */
    public Nights build(IntUnaryOperator ofNight) {
        build = ofNight;
        return this;
    }

    public Nights dirty(IntPredicate night) {
        dirty = night;
        return this;
    }

    /** A program from outside is measured. */
    public Nights outside() {
        outside = true;
        return this;
    }

    /** The mode of the first cell, whatever text. */
    public Nights mode(String text) {
        mode = text;
        return this;
    }

    public List<StoredRun> stored() {
        List<StoredRun> all = new ArrayList<>();
        for (int night = 0; night < nights; night++) {
            all.add(stored(night));
        }
        return all;
    }

    public List<RunLevels> levels() throws UnreadableRunException {
        List<RunLevels> all = new ArrayList<>();
        for (StoredRun stored : stored()) {
            all.add(RunLevels.of(stored));
        }
        return all;
    }

    private StoredRun stored(int night) {
        List<PlannedCell> plan = new ArrayList<>();
        List<ForkRecord> made = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            double level = Math.exp(nightSd * random.nextGaussian());
            if (measured.test(night, cell)) {
                plan.add(planned(cell));
                forks(night, cell, level, made);
            }
        }
        return new StoredRun(Path.of("results", id(night)), run(night, plan), made, false);
    }

    private void forks(int night, int cell, double level, List<ForkRecord> made) {
        for (int fork = 1; fork <= forks; fork++) {
            double noise = Math.exp(forkSd * random.nextGaussian());
            double seconds = (2 + cell) * level * noise * effect.of(night, cell);
            boolean fails = fork == 1 && failing.test(night, cell);
            made.add(fork(made.size() + 1, cell, fork, seconds, fails, disturbed.test(night, cell)));
        }
    }

    private PlannedCell planned(int cell) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("dataset", "data");
        axes.put("mode", cell == 0 && !mode.isEmpty() ? mode : "streaming");
        axes.put("max_workers", String.valueOf(1 + cell));
        return new PlannedCell(name(cell), new Cell(axes), Set.of(), List.of(), 1 + cell, cell == 0);
    }

    private static String name(int cell) {
        return String.format("C%02d", cell + 1);
    }

    private ForkRecord fork(int attempt, int cell, int number, double seconds, boolean fails, boolean amid) {
        long wall = Math.round(seconds * NANOS);
        return new ForkRecord(
                ForkRecord.SCHEMA,
                attempt,
                name(cell),
                planned(cell).cell().id(),
                number,
                number,
                false,
                FIRST,
                fails ? ForkStatus.FAILED : ForkStatus.OK,
                fails
                        ? Optional.of(new Failure(FailureKind.CRASHED, "it fell", Optional.of(1), Optional.empty()))
                        : Optional.empty(),
                fails
                        ? Optional.empty()
                        : Optional.of(new ProcessUsage(2 * wall, wall, Optional.of(wall), Optional.empty())),
                fails || outside
                        ? Optional.empty()
                        : Optional.of(new RegionUsage(1, wall, 2 * wall, 0, 0, 1, 1, Optional.empty())),
                amid ? Optional.of(noise()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fails ? Optional.empty() : Optional.of(new ForkJvm("17.0.15", "G1", 2L << 30)),
                Optional.empty(),
                0);
    }

    private static NoiseEvidence noise() {
        return new NoiseEvidence(
                1.5,
                Optional.empty(),
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
    }

    private String id(int night) {
        return String.format("202601%02dT020000Z-%07x", night + 1, build.applyAsInt(night) + 0xa0);
    }

    private RunRecord run(int night, List<PlannedCell> plan) {
        Instant start = FIRST.plus(Duration.ofDays(night));
        return new RunRecord(
                RunRecord.SCHEMA,
                id(night),
                RunState.COMPLETE,
                start,
                Optional.of(start),
                "1",
                List.of(),
                1,
                1,
                Optional.empty(),
                spec(),
                new Plan(plan, List.of(), List.of()),
                environment(night),
                List.of(new DatasetFacts("data", 1, 1, 1, 1, data.apply(night), "some rows")),
                Optional.of(0),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private MatrixSpec spec() {
        return new MatrixSpec(
                "t",
                "q",
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Budget(Optional.empty(), Optional.empty()),
                List.of("-Xmx2g"),
                Protocol.DEFAULT,
                Optional.empty(),
                outside
                        ? List.of(new CommandTarget(
                                Map.of(), List.of("program"), Map.of(), Optional.empty(), Optional.empty()))
                        : List.of(),
                Hooks.NONE,
                Optional.empty());
    }

    private Environment environment(int night) {
        String hash = machine.apply(night);
        String measuredBuild = String.format("%07x%033x", build.applyAsInt(night) + 0xa0, 0);
        return new Environment(
                "4 cores of " + hash,
                hash,
                "ma1",
                "cpu",
                4,
                4,
                1,
                1,
                Optional.empty(),
                "Linux",
                "6.1.0",
                "Temurin 17.0.15",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(measuredBuild),
                dirty.test(night),
                "b" + measuredBuild);
    }
}
